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
from desktop.words import translate

TIMEOUT = 8.0  # seconds, for each step of the conversation with the server
LONGEST_WORDS = 300


def send(envelope: Envelope, route: MailRoute, password: str) -> str:
    """Send one handover; return the server's words.

    Raises ``Denied`` when the server will not take this mail, ``Unavailable`` for all that may mend:
    the server is away, the password is wrong, the certificate is not trusted.
    """
    content = message(envelope, route).as_bytes()
    with _session(route, password) as smtp:
        _expect(
            smtp.mail(route.sender),
            translate("Mail", "The mail server does not take mail from {address} ({answer}).").replace(
                "{address}", route.sender
            ),
        )
        _expect(
            smtp.rcpt(route.recipient),
            translate("Mail", "The mail server does not take mail for {address} ({answer}).").replace(
                "{address}", route.recipient
            ),
        )
        code, words = smtp.data(content)
        _expect((code, words), translate("Mail", "The mail server did not take the mail ({answer})."))
        return translate("Mail", "{host} took the mail ({answer})").format(
            host=route.host, answer=f"{code} {_plain(words)}"
        )


def check(route: MailRoute, password: str) -> str:
    """Connect, secure and sign in, sending nothing; return what was found. Raises as ``send`` does."""
    with _session(route, password) as smtp:
        _expect(smtp.noop(), translate("Mail", "The mail server does not answer as it should ({answer})."))
    how = "STARTTLS" if route.starttls else "TLS"
    where = f"{route.host}:{route.port}"
    if not route.username:
        return translate("Mail", "{where} answers by {how} and lets us in.").format(where=where, how=how)
    words = translate("Mail", "{where} answers by {how} and lets {name} in.")
    return words.format(where=where, how=how, name=route.username)


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
    where = f"{route.host}:{route.port}"
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
            translate(
                "Mail",
                "The mail server {where} does not let {name} in ({answer}). Correct the user name and password in "
                "the settings.",
            ).format(where=where, name=route.username, answer=f"{error.smtp_code} {_plain(error.smtp_error)}")
        ) from error
    except ssl.SSLError as error:
        raise Unavailable(
            translate(
                "Mail", "The mail server {where} could not be trusted ({fault}); nothing was sent."
            ).format(where=where, fault=_tls_words(error))
        ) from error
    except smtplib.SMTPServerDisconnected as error:
        raise Unavailable(
            translate("Mail", "The mail server {where} ended the connection.").format(where=where)
        ) from error
    except smtplib.SMTPResponseException as error:
        words = f"{error.smtp_code} {_plain(error.smtp_error)}"
        raise Unavailable(
            translate("Mail", "The mail server {where} did not do its part ({answer}).").format(
                where=where, answer=words
            )
        ) from error
    except smtplib.SMTPException as error:
        raise Unavailable(
            translate("Mail", "The mail server {where} did not answer as it should: {fault}.").format(
                where=where, fault=_plain(str(error))
            )
        ) from error
    except TimeoutError as error:
        raise Unavailable(
            translate("Mail", "The mail server {where} did not answer in time.").format(where=where)
        ) from error
    except OSError as error:
        raise Unavailable(
            translate("Mail", "The mail server {where} could not be reached: {fault}.").format(
                where=where, fault=error.strerror or error
            )
        ) from error


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
            translate(
                "Mail",
                "The mail server {where} offers no encryption (STARTTLS), and a contact record is never sent in "
                "clear. Ask its administrator to switch it on.",
            ).format(where=f"{route.host}:{route.port}")
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
            translate(
                "Mail", "The file of trusted certificates {file} cannot be read. Correct it in the settings."
            ).format(file=route.ca_file)
        ) from error


def _expect(answer: tuple[int, bytes], otherwise: str) -> None:
    code, words = answer
    if 200 <= code < 400:
        return
    reason = otherwise.replace("{answer}", f"{code} {_plain(words)}")
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
