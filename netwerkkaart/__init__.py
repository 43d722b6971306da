"""Netwerkkaart: see, and mend, the net between schools and youth care."""
