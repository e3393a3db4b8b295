"""Paths of the account room."""

from django.urls import path

from nearer.web.rooms.account import begin, door, me, opening, passkeys

urlpatterns = [
    path("begin/", begin.begin, name="begin"),
    path("sign-in/", door.sign_in, name="sign-in"),
    path("unlock/", door.unlock, name="unlock"),
    path("unlock/passkey/options/", passkeys.request_options, name="passkey-request"),
    path("unlock/passkey/open/", passkeys.open_with, name="passkey-open"),
    path("lock/", door.lock, name="lock"),
    path("sign-out/", door.sign_out, name="sign-out"),
    path("exit/", door.leave_page, name="exit"),
    path("active/", door.active, name="active"),
    path("recover/", begin.recover, name="recover"),
    path("account/salt/", opening.salt, name="salt"),
    path("account/name/", opening.is_free, name="name-is-free"),
    path("account/open/", opening.open_passphrase, name="open-passphrase"),
    path("account/recovery/open/", opening.open_recovery, name="open-recovery"),
    path("account/passphrase/", begin.passphrase, name="passphrase"),
    path("account/passkeys/options/", passkeys.creation_options, name="passkey-options"),
    path("account/passkeys/", passkeys.add, name="passkey-add"),
    path("account/passkeys/<uuid:slot_id>/remove/", passkeys.remove, name="passkey-remove"),
    path("me/", me.me, name="me"),
    path("me/idle/", me.choose_idle, name="choose-idle"),
    path("me/sign-out-others/", me.sign_out_others, name="sign-out-others"),
    path("me/take/", me.take_with, name="take-with"),
    path("me/export.json", me.export, name="export"),
    path("me/erase/", me.erase, name="erase"),
]
