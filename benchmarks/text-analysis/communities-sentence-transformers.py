"""Times sentence-transformers' own community_detection, with minimum size 1 and all cores, on vectors that another program wrote.

python3 communities-sentence-transformers.py CHECKOUT VECTORS THRESHOLD RESULT

CHECKOUT is a checkout of sentence-transformers, of which only the function and what it calls is loaded: it needs PyTorch and numpy. VECTORS holds
four 32-bit numbers (rows, columns, entries, 1 for sparse or 0 for dense) and then, for dense ones, the rows; for sparse ones the rows' starts, the columns and the values. The function takes
no sparse ones: they are given to it as the rows they are. RESULT receives for each community its size and its members.
"""
import importlib
import json
import os
import sys
import time
import types

checkout, vectors, threshold, result = sys.argv[1:5]
try:
    import numpy
    import torch
except ImportError as failure:
    print(f"PyTorch cannot be imported: {failure}")
    sys.exit(1)

if not os.path.exists(os.path.join(checkout, "sentence_transformers", "util", "retrieval.py")):
    print(f"{checkout} holds no sentence_transformers/util/retrieval.py")
    sys.exit(1)


def stand_in(name, **members):
    """What the package imports beside the function, and the function does not use."""
    try:
        importlib.import_module(name)
    except ImportError:
        module = types.ModuleType(name)
        module.__dict__.update(members)
        sys.modules[name] = module


for package in ("sentence_transformers", "sentence_transformers.util"):
    module = types.ModuleType(package)
    module.__path__ = [os.path.join(checkout, *package.split("."))]
    sys.modules[package] = module
stand_in("transformers", utils=None)
stand_in("transformers.utils", logging=types.SimpleNamespace(get_logger=lambda _: None))
stand_in("sklearn", metrics=None)
stand_in("sklearn.metrics", pairwise_distances=None)
stand_in("scipy", sparse=None)
stand_in("scipy.sparse", coo_matrix=None)
stand_in("tqdm", autonotebook=None)
stand_in("tqdm.autonotebook", tqdm=lambda items, **_: items)
detect = importlib.import_module("sentence_transformers.util.retrieval").community_detection

with open(vectors, "rb") as file:
    rows, columns, entries, sparse = numpy.frombuffer(file.read(16), dtype="<i4")
    if sparse:
        starts = numpy.frombuffer(file.read(4 * (rows + 1)), dtype="<i4")
        terms = numpy.frombuffer(file.read(4 * entries), dtype="<i4")
        values = numpy.frombuffer(file.read(4 * entries), dtype="<f4")
        matrix = numpy.zeros((rows, columns), dtype="float32")
        matrix[numpy.repeat(numpy.arange(rows), numpy.diff(starts)), terms] = values
    else:
        matrix = numpy.frombuffer(file.read(), dtype="<f4").reshape(rows, columns).copy()

torch.set_num_threads(os.cpu_count())
tensor = torch.from_numpy(matrix)
start, processor = time.perf_counter(), time.process_time()
communities = detect(tensor, threshold=float(threshold), min_community_size=1)
seconds, processor = time.perf_counter() - start, time.process_time() - processor
with open(result, "wb") as file:
    for community in communities:
        file.write(numpy.array([len(community), *community], dtype="<i4").tobytes())
print(json.dumps({"seconds": round(seconds, 2), "processorSeconds": round(processor, 2), "threads": torch.get_num_threads(), "torch": torch.__version__}))
