#!/usr/bin/env bash
# Trains the spaCy peer once: tagger, parser and names on the reader's open English corpora, one process.
#   bash bench/peer_spacy.sh            about 25 processor minutes; the pipeline lies in out/peer-spacy/model-best
#   STEPS=40 bash bench/peer_spacy.sh   a trial of the road, a minute or two
# Needs `make peers` once (the environment) and the corpora under $QUIPU_SHARED/reader. Their licences: its README.
set -euo pipefail
cd "$(dirname "$0")/.."
SHARED=${QUIPU_SHARED:-../shared}
PYTHON=${PEERS_PYTHON:-out/peers-venv/bin/python}
STEPS=${STEPS:-4000}
WORK=out/peer-spacy
export OMP_NUM_THREADS=1
mkdir -p "$WORK/raw"
rm -rf "$WORK/train" "$WORK/dev"
mkdir -p "$WORK/train" "$WORK/dev"

# Names come as IOB; comment lines of the corpora (no tab) would be read as tokens.
unpack_names() {
  gzip -dc "$SHARED/reader/$1.conll.gz" | awk -F'\t' '!(NF == 1 && /^#/) { print }' >"$WORK/raw/$1.iob"
}
unpack() { gzip -dc "$SHARED/reader/$1.gz" >"$WORK/raw/$1"; }

# -n: how many sentences make one document, so that names and trees are seen in running text.
for part in train dev; do
  for corpus in ud_en_ewt ud_en_gum; do
    unpack "$corpus.$part.conllu"
    "$PYTHON" -m spacy convert "$WORK/raw/$corpus.$part.conllu" "$WORK/$part" --converter conllu -n 10 --merge-subtokens
  done
  unpack_names "ner_en_uner.$part"
  "$PYTHON" -m spacy convert "$WORK/raw/ner_en_uner.$part.iob" "$WORK/$part" --converter ner -n 10
done
for corpus in re3d wikigold; do
  unpack_names "ner_en_$corpus.train"
  "$PYTHON" -m spacy convert "$WORK/raw/ner_en_$corpus.train.iob" "$WORK/train" --converter ner -n 10
done

"$PYTHON" -m spacy init config "$WORK/config.cfg" --lang en --pipeline tagger,morphologizer,parser,ner \
  --optimize efficiency --force
nice -n 10 "$PYTHON" -m spacy train "$WORK/config.cfg" --output "$WORK" --paths.train "$WORK/train" \
  --paths.dev "$WORK/dev" --training.max_steps "$STEPS" --training.eval_frequency "$((STEPS < 400 ? STEPS : 400))" \
  --training.patience 1600 --system.seed 7
# What an earlier pipeline answered is not to be taken for this one's.
rm -f out/peers/*/spacy-*.json
