"""One file a network behind one small protocol; what a server can do is asked of it."""
