#!/usr/bin/env bash
# Trains the spaCy peer once on the reader's open English corpora: one pipeline of tags and trees, one of names.
#   bash bench/peer_spacy.sh            about 30 processor minutes; out/peer-spacy/{trees,names}/model-best
#   STEPS=40 bash bench/peer_spacy.sh   a trial of the road, some minutes
# Needs `make peers` once (the environment) and the corpora under $QUIPU_SHARED/reader. Their licences: its README.
set -euo pipefail
cd "$(dirname "$0")/.."
SHARED=${QUIPU_SHARED:-../shared}
PYTHON=${PEERS_PYTHON:-out/peers-venv/bin/python}
STEPS=${STEPS:-4000}
WORK=out/peer-spacy
export OMP_NUM_THREADS=1
rm -rf "$WORK"
mkdir -p "$WORK/raw" "$WORK"/{trees,names}/{train,dev}

# -n: how many sentences make one document, so that names and trees are seen in running text.
to_trees() {
  gzip -dc "$SHARED/reader/$1.$2.conllu.gz" >"$WORK/raw/$1.$2.conllu"
  "$PYTHON" -m spacy convert "$WORK/raw/$1.$2.conllu" "$WORK/trees/$2" --converter conllu -n 10 --merge-subtokens
}
# Names come as IOB; comment lines of the corpora (no tab) would be read as tokens.
to_names() {
  gzip -dc "$SHARED/reader/$1.$2.conll.gz" | awk -F'\t' '!(NF == 1 && /^#/) { print }' >"$WORK/raw/$1.$2.iob"
  "$PYTHON" -m spacy convert "$WORK/raw/$1.$2.iob" "$WORK/names/$2" --converter ner -n 10
}
# Apart: documents of names have no trees, and spaCy's converter tags each of their words "-", which spoils a tagger.
train() {
  local config=$WORK/$1.cfg
  "$PYTHON" -m spacy init config "$config" --lang en --pipeline "$2" --optimize efficiency --force
  nice -n 10 "$PYTHON" -m spacy train "$config" --output "$WORK/$1" --paths.train "$WORK/$1/train" \
    --paths.dev "$WORK/$1/dev" --training.max_steps "$STEPS" \
    --training.eval_frequency "$((STEPS < 400 ? STEPS : 400))" --training.patience 1600 --system.seed 7
}

for part in train dev; do
  to_trees ud_en_ewt $part
  to_trees ud_en_gum $part
  to_names ner_en_uner $part
done
for corpus in re3d wikigold; do to_names ner_en_$corpus train; done
train trees morphologizer,parser
train names ner
# What an earlier pipeline answered is not to be taken for this one's.
rm -f out/peers/*/spacy-*.json
