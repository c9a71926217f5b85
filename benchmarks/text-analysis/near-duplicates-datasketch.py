"""Times datasketch's MinHashLSH (128 functions, its default) on shingles that are hashed already: signatures, queries and inserts, nothing verified.

python3 near-duplicates-datasketch.py FILE THRESHOLD, where FILE holds for each text a 32-bit count and so many 64-bit shingles.
"""
import json
import sys
import time

try:
    import numpy
    from datasketch import MinHash, MinHashLSH
except ImportError as failure:
    print(f"datasketch cannot be imported: {failure}")
    sys.exit(1)

texts = []
with open(sys.argv[1], "rb") as file:
    while count := file.read(4):
        texts.append(numpy.frombuffer(file.read(8 * int.from_bytes(count, "little")), dtype="<u8"))

start = time.perf_counter()
lsh = MinHashLSH(threshold=float(sys.argv[2]), num_perm=128)
pairs = 0
for number, shingles in enumerate(texts):
    # The hash function that costs least: the upper half of what is a hash already.
    signature = MinHash(num_perm=128, hashfunc=int)
    signature.update_batch((shingles >> numpy.uint64(32)).tolist())
    pairs += len(lsh.query(signature))
    lsh.insert(number, signature, check_duplication=False)
seconds = time.perf_counter() - start
print(json.dumps({"dialogues": len(texts), "seconds": round(seconds, 3), "candidatePairs": pairs}))
