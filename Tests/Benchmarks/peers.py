#!/usr/bin/env python3
"""The questions of questions.py asked of other programs: NetworkX, igraph and DuckDB, as their manuals would do it.

    peers.py PEER CLAIMS.jsonl FOLDER QUESTIONS ANSWERS SECONDS ROUNDS

Prints the seconds that loading took. ANSWERS gets the answer to each line of QUESTIONS, SECONDS how long each took in the last of
the ROUNDS; both get a "-" where the peer has nothing for such a question. DuckDB keeps its file in FOLDER, the others are in memory.
"""
import json
import pathlib
import sys
import time

COLUMNS = ("insight", "relation", "object", "polarity", "scope", "published", "source", "document", "quote")


def rows(path):
    """Subject, object, and the columns of a claim."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            insight = json.loads(line)
            claim = insight["claims"][0]
            yield claim["subject"], claim["object"], (
                insight["id"], claim["relation"], claim["object"], claim["polarity"], claim["scope"], insight["published"],
                insight["source"], insight["document"], claim["text"])


def written(rows):
    return ";".join("|".join(row) for row in rows)


class NetworkX:
    def __init__(self, claims, folder):
        import networkx

        self.networkx = networkx
        self.graph = networkx.MultiDiGraph()
        self.undirected = networkx.Graph()
        for subject, thing, row in rows(claims):
            self.graph.add_edge(subject, thing, row=row)
            self.undirected.add_edge(subject, thing)

    def subject(self, entity):
        return written(sorted(row for _, _, row in self.graph.out_edges(entity, data="row")))

    def reached(self, entity, steps):
        found = self.networkx.single_source_shortest_path_length(self.graph, entity, cutoff=steps)
        return [name for name in found if name != entity]

    def hops2(self, entity):
        return ",".join(sorted(self.reached(entity, 2)))

    def hops3(self, entity):
        return str(len(self.reached(entity, 3)))

    def path(self, start, end):
        try:
            length = len(self.networkx.bidirectional_shortest_path(self.undirected, start, end)) - 1
        except self.networkx.NetworkXNoPath:
            return "0"
        return str(length if length <= 4 else 0)


class Igraph:
    def __init__(self, claims, folder):
        import igraph

        self.ids, edges, table = {}, [], []
        for subject, thing, row in rows(claims):
            edges.append(tuple(self.ids.setdefault(name, len(self.ids)) for name in (subject, thing)))
            table.append(row)
        self.names = list(self.ids)
        self.graph = igraph.Graph(len(self.ids), edges, directed=True)
        self.graph.es["row"] = table
        self.undirected = self.graph.as_undirected()

    def subject(self, entity):
        edges = self.graph.es[self.graph.incident(self.ids[entity], mode="out")]
        return written(sorted(edges["row"]))

    def reached(self, entity, steps):
        return self.graph.neighborhood(self.ids[entity], order=steps, mode="out")[1:]

    def hops2(self, entity):
        return ",".join(sorted(self.names[each] for each in self.reached(entity, 2)))

    def hops3(self, entity):
        return str(len(self.reached(entity, 3)))

    def path(self, start, end):
        # Not `distances`, which walks the whole graph.
        length = len(self.undirected.get_shortest_path(self.ids[start], self.ids[end])) - 1
        return str(length if 0 < length <= 4 else 0)


class DuckDB:
    def __init__(self, claims, folder):
        import duckdb

        path = pathlib.Path(folder) / "peer.duckdb"
        path.unlink(missing_ok=True)
        self.database = duckdb.connect(str(path))
        self.database.execute("SET preserve_insertion_order = false")
        # Integers for entities and an index for either direction, as a graph in tables is laid out.
        self.database.execute(
            """
            CREATE TABLE line AS
            SELECT id AS insight, text, document, source, published, unnest(claims, max_depth := 2)
            FROM (SELECT id, text, document, source, published,
              list_transform(claims, lambda c: struct_pack(
                subject := c.subject, relation := c.relation, object := c.object, polarity := c.polarity,
                scope := c.scope, quote := c.text)) AS claims
              FROM read_json($1, format = 'newline_delimited', columns = {
                id: 'VARCHAR', text: 'VARCHAR', document: 'VARCHAR', source: 'VARCHAR', published: 'VARCHAR',
                claims: 'STRUCT(subject VARCHAR, relation VARCHAR, object VARCHAR, polarity VARCHAR, scope VARCHAR,
                  text VARCHAR)[]'}));
            """, [str(claims)])
        self.database.execute(
            """
            CREATE TABLE entity AS SELECT row_number() OVER (ORDER BY name) AS id, name
            FROM (SELECT subject AS name FROM line UNION SELECT object FROM line);
            CREATE TABLE claim AS SELECT s.id AS subject, o.id AS object, line.* EXCLUDE (subject, object),
              line.object AS object_name
            FROM line JOIN entity AS s ON s.name = line.subject JOIN entity AS o ON o.name = line.object;
            DROP TABLE line;
            CREATE INDEX entity_name ON entity (name);
            CREATE INDEX entity_id ON entity (id);
            CREATE INDEX claim_subject ON claim (subject);
            CREATE INDEX claim_object ON claim (object);
            CHECKPOINT;
            """)

    def ask(self, statement, *values):
        return self.database.execute(statement, list(values)).fetchall()

    def id(self, name):
        return self.ask("SELECT id FROM entity WHERE name = $1", name)[0][0]

    def subject(self, entity):
        return written(self.ask(
            """
            SELECT insight, relation, object_name, polarity, scope, published, source, document, quote
            FROM claim WHERE subject = $1 ORDER BY insight
            """, self.id(entity)))

    STEPS = """
        WITH one AS (SELECT DISTINCT object AS id FROM claim WHERE subject = $1),
        two AS (SELECT id FROM one UNION SELECT object FROM claim WHERE subject IN (SELECT id FROM one)),
        three AS (SELECT id FROM two UNION SELECT object FROM claim WHERE subject IN (SELECT id FROM two))
    """

    def hops2(self, entity):
        found = self.ask(
            self.STEPS + "SELECT name FROM entity JOIN two USING (id) WHERE id <> $1 ORDER BY name", self.id(entity))
        return ",".join(name for (name,) in found)

    def hops3(self, entity):
        return str(self.ask(self.STEPS + "SELECT count(*) FROM three WHERE id <> $1", self.id(entity))[0][0])

    def path(self, start, end):
        # From both ends, because a recursive query from one walks most of the graph.
        steps = """
            {0}0 AS (SELECT {1}::BIGINT AS id),
            {0}1 AS (SELECT object AS id FROM claim WHERE subject = {1} UNION SELECT subject FROM claim WHERE object = {1}),
            {0}2 AS (SELECT object AS id FROM claim WHERE subject IN (SELECT id FROM {0}1)
              UNION SELECT subject FROM claim WHERE object IN (SELECT id FROM {0}1)),
            {0} AS (SELECT id, min(step) AS step FROM (
              SELECT id, 0 AS step FROM {0}0 UNION ALL SELECT id, 1 FROM {0}1 UNION ALL SELECT id, 2 FROM {0}2) GROUP BY id)
        """
        found = self.ask(
            "WITH %s, %s SELECT coalesce(min(a.step + b.step), 0) FROM a JOIN b USING (id)"
            % (steps.format("a", "$1"), steps.format("b", "$2")), self.id(start), self.id(end))
        return str(found[0][0])

    def phrase(self, words):
        # Its extension for full text has no phrases and isn't part of the package, so all texts are read.
        found = self.ask(
            "SELECT insight FROM claim WHERE contains(lower(text), $1) ORDER BY insight", " %s" % words.lower())
        return ";".join(name for (name,) in found)


PEERS = {"NetworkX": NetworkX, "igraph": Igraph, "DuckDB": DuckDB}


def main():
    if len(sys.argv) != 8 or sys.argv[1] not in PEERS:
        sys.exit("usage: peers.py %s CLAIMS.jsonl FOLDER QUESTIONS ANSWERS SECONDS ROUNDS" % "|".join(PEERS))
    _, name, claims, folder, questions, answers, seconds, rounds = sys.argv
    start = time.perf_counter()
    peer = PEERS[name](claims, folder)
    print(time.perf_counter() - start)
    lines = pathlib.Path(questions).read_text().splitlines()
    for _ in range(int(rounds)):
        told, took = [], []
        for line in lines:
            kind, *asked = line.split("\t")
            start = time.perf_counter()
            told.append(getattr(peer, kind)(*asked) if hasattr(peer, kind) else "-")
            took.append("%.9f" % (time.perf_counter() - start) if hasattr(peer, kind) else "-")
    pathlib.Path(answers).write_text("".join(line + "\n" for line in told))
    pathlib.Path(seconds).write_text("".join(line + "\n" for line in took))


if __name__ == "__main__":
    main()
