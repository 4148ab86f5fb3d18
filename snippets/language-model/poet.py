"""训练好的 GRU：权重是 train_gru.py 存下的。"""

import torch

torch.set_num_threads(1)

# --8<-- [start:load]
from corpus import vocab
from network import LanguageModel, from_eight_bits
from results import RESULTS

model = LanguageModel(torch.nn.GRU, len(vocab))
model = from_eight_bits(model, RESULTS["GRU"])
# --8<-- [end:load]
