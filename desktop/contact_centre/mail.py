"""How does a handover travel by mail?

One incident a mail. The Message-ID is made of the correlation id, so that a repeat can be known as
one. Nothing is ever sent in clear: without TLS there is no mail (RFC 3207, RFC 8314).
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP

from desktop.contact_centre.envelope import Envelope
from desktop.errors import Denied, Unavailable
from desktop.networks.http import tls
from desktop.records.settings import MailRoute

TIMEOUT = 8.0  # seconds, for each step of the conversation with the server
LONGEST_WORDS = 300


def send(envelope: Envelope, route: MailRoute, password: str) -> str:
    """Send one handover; return the server's words.

    Raises ``Denied`` when the server will not take this mail, ``Unavailable`` for all that may mend:
    the server is away, the password is wrong, the certificate is not trusted.
    """
    content = message(envelope, route).as_bytes()
    with _session(route, password) as smtp:
        _expect(smtp.mail(route.sender), f"does not take mail from {route.sender}")
        _expect(smtp.rcpt(route.recipient), f"does not take mail for {route.recipient}")
        code, words = smtp.data(content)
        _expect((code, words), "did not take the mail")
        return f"{route.host} took the mail ({code} {_plain(words)})"


def check(route: MailRoute, password: str) -> str:
    """Connect, secure and sign in, sending nothing; return what was found. Raises as ``send`` does."""
    with _session(route, password) as smtp:
        _expect(smtp.noop(), "does not answer as it should")
    how = "STARTTLS" if route.starttls else "TLS"
    return f"{route.host}:{route.port} answers by {how} and lets {route.username or 'us'} in."


def message_id(envelope: Envelope, route: MailRoute) -> str:
    return f"<{envelope.correlation_id}@{route.sender.rpartition('@')[2]}>"


def message(envelope: Envelope, route: MailRoute) -> EmailMessage:
    """Return the mail, the same at each repeat."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = envelope.subject()
    mail["From"], mail["To"] = route.sender, route.recipient
    mail["Date"] = envelope.created_at
    mail["Message-ID"] = message_id(envelope, route)
    if envelope.life_at_risk:
        mail["Importance"], mail["X-Priority"] = "high", "1"
    mail.set_content(envelope.body(), cte="base64")
    mail.add_attachment(
        envelope.document_bytes(),
        maintype="application",
        subtype="json",
        filename=f"{envelope.correlation_id}.json",
    )
    # Else a random boundary would make each repeat another mail.
    mail.set_boundary(f"=-{envelope.correlation_id}")
    return mail


@contextmanager
def _session(route: MailRoute, password: str) -> Iterator[smtplib.SMTP]:
    where = f"The mail server {route.host}:{route.port}"
    try:
        smtp = _connect(route)
        try:
            _secure(smtp, route)
            if route.username:
                smtp.login(route.username, password)
            yield smtp
        finally:
            _leave(smtp)
    except smtplib.SMTPAuthenticationError as error:
        raise Unavailable(
            f"{where} does not let {route.username} in ({error.smtp_code} {_plain(error.smtp_error)}). "
            "Correct the user name and password in the settings."
        ) from error
    except ssl.SSLError as error:
        raise Unavailable(f"{where} could not be trusted ({_tls_words(error)}); nothing was sent.") from error
    except smtplib.SMTPServerDisconnected as error:
        raise Unavailable(f"{where} ended the connection.") from error
    except smtplib.SMTPResponseException as error:
        words = f"{error.smtp_code} {_plain(error.smtp_error)}"
        raise Unavailable(f"{where} did not do its part ({words}).") from error
    except smtplib.SMTPException as error:
        raise Unavailable(f"{where} did not answer as it should: {_plain(str(error))}.") from error
    except TimeoutError as error:
        raise Unavailable(f"{where} did not answer in time.") from error
    except OSError as error:
        raise Unavailable(f"{where} could not be reached: {error.strerror or error}.") from error


def _connect(route: MailRoute) -> smtplib.SMTP:
    if route.starttls:
        return smtplib.SMTP(route.host, route.port, timeout=TIMEOUT)
    return smtplib.SMTP_SSL(route.host, route.port, timeout=TIMEOUT, context=_context(route))


def _leave(smtp: smtplib.SMTP) -> None:
    # What happens to the goodbye says nothing of the mail, which the server has answered for by then.
    with suppress(OSError, smtplib.SMTPException):
        smtp.quit()
    smtp.close()


def _secure(smtp: smtplib.SMTP, route: MailRoute) -> None:
    smtp.ehlo_or_helo_if_needed()
    if not route.starttls:
        return
    if not smtp.has_extn("starttls"):
        raise Unavailable(
            f"The mail server {route.host}:{route.port} offers no encryption (STARTTLS), and a contact record is "
            "never sent in clear. Ask its administrator to switch it on."
        )
    smtp.starttls(context=_context(route))
    smtp.ehlo()


def _context(route: MailRoute) -> ssl.SSLContext:
    if not route.ca_file:
        return tls()
    try:
        return ssl.create_default_context(cafile=route.ca_file)
    except OSError as error:
        raise Unavailable(
            f"The file of trusted certificates {route.ca_file} cannot be read. Correct it in the settings."
        ) from error


def _expect(answer: tuple[int, bytes], fault: str) -> None:
    code, words = answer
    if 200 <= code < 400:
        return
    reason = f"The mail server {fault} ({code} {_plain(words)})."
    if code >= 500:
        raise Denied(reason, code=str(code))
    raise Unavailable(reason)  # 4xx of SMTP: try again later (RFC 5321, 4.2.1)


def _tls_words(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return (error.reason or str(error)).replace("_", " ").lower()


def _plain(words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(text.split())[:LONGEST_WORDS].rstrip(".")
