"""类别索引成了浮点数或 int32：报错，用 long() 改回来。"""

import torch

y_data = [3, 1, 2, 3, 2]

# --8<-- [start:to-long]
scores = torch.tensor([[0.1, -0.3, 0.2, 0.6]])  # 一步的得分
for dtype in (torch.float32, torch.int32):
    wrong = torch.tensor(y_data[:1], dtype=dtype)
    try:
        torch.nn.functional.cross_entropy(scores, wrong)
    except RuntimeError as error:
        found = [word for word in ("Long", "Float", "Int") if word in str(error)]
        print(f"{wrong.dtype}: {type(error).__name__}，提到 {found}")
    fixed = torch.nn.functional.cross_entropy(scores, wrong.long())
    print(f"  改成 long(): loss={fixed.item():.4f}")
# --8<-- [end:to-long]
