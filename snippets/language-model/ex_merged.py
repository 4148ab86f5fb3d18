"""转成简体，哪几个繁体字并成了一个。

merged.txt 一行一个简体字，后面是它在书里的各种写法和次数。
"""

# --8<-- [start:merged]
import re
from pathlib import Path

path = Path(__file__).with_name("merged.txt")
lines = path.read_text("utf-8").splitlines()
fewer = 0
for line in lines:
    simple, *forms = line.split()
    fewer += len(forms) - 1
    counts = [
        int(re.sub(r"\D", "", f)) for f in forms
    ]
    if min(counts) > 1:
        print(simple, *forms)
print(f"{len(lines)} 个简体字，少了 {fewer} 种写法")
# --8<-- [end:merged]
