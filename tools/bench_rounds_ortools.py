"""OR-Tools on the same nights, in a process of its own: it cannot share one with HiGHS.

    python -m tools.bench_rounds_ortools IN.pickle OUT.json

IN holds the arrays of a night, what is asked ("routing" or "optimum") and CPU seconds; OUT gets the
plans found with their CPU seconds, or the optimum CP-SAT proved. Imports nothing of ours.
"""

import json
import pickle
import sys
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from ortools.constraint_solver import pywrapcp, routing_enums_pb2
from ortools.sat.python import cp_model

SCALE = 10
WALL = 8  # seconds of wall clock a busy machine may take for one of CPU


def routing(night: dict[str, Any], seconds: float) -> list[tuple[float, list[list[tuple[int, int]]]]]:
    """Plans in order of finding: a copy of each person for each part, one disjunction a person."""
    began = process_time()
    k, n, _ = night["worth"].shape
    bases = len(night["travel_minutes"]) - n
    best = night["worth"].max(axis=0)
    visits = [(c, s) for c in range(n) for s in range(3) if best[c, s] > 0]
    places = np.r_[np.arange(bases), [bases + c for c, _ in visits]]
    travel = night["travel_minutes"][np.ix_(places, places)]
    who, part = np.array(visits).T
    top = best.max(axis=1)
    manager = pywrapcp.RoutingIndexManager(
        len(places), k, [int(x) for x in night["crew_base"]], [int(x) for x in night["crew_base"]]
    )
    model = pywrapcp.RoutingModel(manager)
    for crew in range(k):
        cost = travel * night["minute_price"]
        cost[:, bases:] += top[who] - night["worth"][crew, who, part]
        model.SetArcCostEvaluatorOfVehicle(
            model.RegisterTransitMatrix(np.rint(cost * SCALE).astype(int).tolist()), crew
        )
    service = np.r_[np.zeros(bases, int), night["service_minutes"][who]]
    model.AddDimension(
        model.RegisterTransitMatrix((travel + service[:, None]).tolist()), 2880, 2880, False, "minute"
    )
    minute = model.GetDimensionOrDie("minute")
    for crew in range(k):
        for end in (model.Start(crew), model.End(crew)):
            minute.CumulVar(end).SetRange(*(int(x) for x in night["shift"][crew]))
    for c in np.unique(who):
        members = []
        for place in np.flatnonzero(who == c):
            index = manager.NodeToIndex(int(bases + place))
            minute.CumulVar(index).SetRange(*(int(x) for x in night["windows"][c, part[place]]))
            able = night["allowed"][:, c] & (night["worth"][:, c, part[place]] > 0)
            model.VehicleVar(index).SetValues([-1, *(int(x) for x in np.flatnonzero(able))])
            members.append(index)
        model.AddDisjunction(members, round(float(top[c]) * SCALE), 1)
    found: list[tuple[float, int, list[list[tuple[int, int]]]]] = []

    def seen() -> None:
        rounds = []
        for crew in range(k):
            index, stops = model.NextVar(model.Start(crew)).Value(), []
            while not model.IsEnd(index):
                stops.append(visits[manager.IndexToNode(index) - bases])
                index = model.NextVar(index).Value()
            rounds.append(stops)
        found.append((process_time() - began, model.CostVar().Max(), rounds))
        if process_time() - began > seconds:
            model.solver().FinishCurrentSearch()

    model.AddAtSolutionCallback(seen)
    how = pywrapcp.DefaultRoutingSearchParameters()
    how.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    how.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    how.time_limit.FromMilliseconds(int(1000 * seconds * WALL))
    model.SolveWithParameters(how)
    kept, least = [], None
    for when, cost, rounds in found:
        if least is None or cost < least:
            least = cost
            kept.append((when, rounds))
    return kept


def optimum(night: dict[str, Any], seconds: float) -> tuple[float, bool]:
    """The best value CP-SAT finds for a night of one window a person and alike crews, and whether proved."""
    model = cp_model.CpModel()
    k, n, _ = night["worth"].shape
    travel, service = night["travel_minutes"], night["service_minutes"]
    begins, ends = (int(x) for x in night["shift"][0])
    arcs, from_base = [], []
    start = [model.new_int_var(int(a), int(b), "") for a, b in night["windows"][:, 0]]
    visited = [model.new_bool_var("") for _ in range(n)]
    for i in range(n):
        arcs.append((i + 1, i + 1, visited[i].negated()))
        out, home = model.new_bool_var(""), model.new_bool_var("")
        arcs += [(0, i + 1, out), (i + 1, 0, home)]
        from_base.append(out)
        model.add(start[i] >= begins + int(travel[0, i + 1])).only_enforce_if(out)
        model.add(start[i] + int(service[i] + travel[i + 1, 0]) <= ends).only_enforce_if(home)
        for j in range(n):
            leg = int(service[i] + travel[i + 1, j + 1])
            if i != j and night["windows"][i, 0, 0] + leg <= night["windows"][j, 0, 1]:
                follows = model.new_bool_var("")
                arcs.append((i + 1, j + 1, follows))
                model.add(start[j] >= start[i] + leg).only_enforce_if(follows)
    model.add_multiple_circuit(arcs)
    model.add(sum(from_base) <= k)
    model.maximize(sum(int(night["worth"][0, i, 0]) * visited[i] for i in range(n)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = seconds
    status = solver.solve(model)
    return float(solver.objective_value), status == cp_model.OPTIMAL


def main() -> None:
    """Read the night, answer, write."""
    asked = pickle.loads(Path(sys.argv[1]).read_bytes())
    answer = {"routing": routing, "optimum": optimum}[asked["what"]](asked["night"], asked["seconds"])
    Path(sys.argv[2]).write_text(json.dumps(answer))


if __name__ == "__main__":
    main()
