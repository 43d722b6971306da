"""Question rounds: whom to ask, what to send, who answered."""
