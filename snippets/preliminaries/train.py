"""一个全连接层学一张四行的表：e → h，h → l，l → o，o → e。"""

# --8<-- [start:train]
import torch

torch.manual_seed(0)
inputs = torch.eye(4)
targets = torch.tensor([1, 2, 3, 0])
model = torch.nn.Linear(4, 4)
criterion = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for epoch in range(1, 51):
    optimizer.zero_grad()
    logits = model(inputs)
    loss = criterion(logits, targets)
    loss.backward()
    optimizer.step()
    if epoch in (1, 10, 50):
        written = logits.argmax(dim=1).tolist()
        print(f"第 {epoch:2} 轮：损失 {loss.item():.4f}，写出 {written}")
# --8<-- [end:train]

# --8<-- [start:no-grad]
with torch.no_grad():
    print(torch.softmax(model(inputs[:1]), dim=1).argmax(dim=1).item())
print(loss.requires_grad, loss.detach().requires_grad)
# --8<-- [end:no-grad]
