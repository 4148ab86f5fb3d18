"""循环神经网络讲义的构建扩展与启动命令。"""

import os

# 主题与插件印在终端里、与写课无关的话，不印；没有装 git 也建得成站。
os.environ.update(DISABLE_MKDOCS_2_WARNING="true", NO_MKDOCS_2_WARNING="1")
os.environ["GIT_PYTHON_REFRESH"] = "quiet"
