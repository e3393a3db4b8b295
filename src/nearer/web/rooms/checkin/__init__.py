"""Check-in: notice, name if there is a name, keep it for oneself. Under a minute."""
