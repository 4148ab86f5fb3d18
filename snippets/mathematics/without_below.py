"""练习：逐层计算时忘了把这一层的结果交给上面一层。"""

# --8<-- [start:without-below]
import torch

for input_size in (5, 6):
    torch.manual_seed(0)
    rnn = torch.nn.RNN(input_size, hidden_size=6, num_layers=2)
    x = torch.randn(1, 2, input_size)  # 只走一步
    W_xh, b_h = rnn.weight_ih_l1, rnn.bias_ih_l1 + rnn.bias_hh_l1
    print(f"input_size={input_size}")
    try:
        # 第 2 层收到的应该是第 1 层的隐藏状态，这里错给了 x。
        top = torch.tanh(x[0] @ W_xh.T + b_h)
        same = torch.allclose(top, rnn(x)[0][0])
        print(f"  没有报错，与 nn.RNN 相同: {same}")
    except RuntimeError as error:
        print(f"  RuntimeError: {error}")
# --8<-- [end:without-below]
