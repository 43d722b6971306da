"""``make neo4j``: a real Neo4j for who tries things on one machine and has no Docker. Its data stay in ``.neo4j-test/``."""

from __future__ import annotations

import os
import sys

from tests.neo4j_server.server import CACHE, NotAvailableError, running

POORT = 7687


def main() -> int:
    """Serve until Ctrl-C. The password comes from the environment, as ``compose.yaml`` has it."""
    wachtwoord = os.environ.get("NEO4J_PASSWORD", "")
    if len(wachtwoord) < 8:
        print(
            "Kies eerst een wachtwoord van minstens acht tekens:\n"
            "  export NEO4J_USERNAME=neo4j NEO4J_PASSWORD='minstens acht tekens'",
            file=sys.stderr,
        )
        return 2
    thuis = CACHE / "gegevens"
    thuis.mkdir(parents=True, exist_ok=True)
    print("Neo4j start; de eerste keer haalt Maven zo'n 130 MB op …", flush=True)
    try:
        with running(map_=thuis, poort=POORT, wachtwoord=wachtwoord) as server:
            print(
                f"Klaar op neo4j://localhost:{POORT}. Laat dit venster open; Ctrl-C stopt de server.",
                flush=True,
            )
            server.proces.wait()
    except NotAvailableError as fout:
        print(f"Neo4j start niet: {fout}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt; de gegevens blijven staan voor een volgende keer.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
