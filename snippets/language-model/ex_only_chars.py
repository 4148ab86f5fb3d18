"""同一个模型，只算汉字的困惑度，与连标点一起算的。"""

# --8<-- [start:only-chars]
import numpy as np

from results import RESULTS

losses = RESULTS["GRU"]["position"][0]
given_away = [5, 11, 17, 23, 24]  # 标点与换行
only = np.delete(losses, given_away)
print(f"25 次一起算: {np.exp(losses.mean()):.1f}")
print(
    f"只算 {len(only)} 个字: "
    f"{np.exp(only.mean()):.1f}"
)
away = losses[given_away].mean()
print(f"另外 5 次: {np.exp(away):.2f}")
# --8<-- [end:only-chars]
