"""What everything is compared with: the least a Django app can do."""
