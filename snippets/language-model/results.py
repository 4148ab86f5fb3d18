"""训练程序的产物：曲线、测试损失、写的诗。"""

from pathlib import Path

import numpy as np


def load(name):
    return np.load(Path(__file__).with_name(name))


RESULTS = {
    "RNN": load("train_rnn.npz"),
    "GRU": load("train_gru.npz"),
    "LSTM": load("train_lstm.npz"),
}


def poems_of(text):
    """存下的一串字节 → 诗的列表。"""
    return text.decode().split("\n")
