"""A letter to somebody who may have no account: written, read and answered by a link."""
