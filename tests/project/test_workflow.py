"""GitHub Actions：action 固定到提交，权限只给用得着的，检查过才发布。"""

import re
from pathlib import Path

import pytest
import yaml

FILES = sorted((Path(__file__).parents[2] / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# 写权限只有部署的 job 有；别的 job 里出现的都在这里说明。
PERMISSIONS = {
    "build": {"contents": "read", "pages": "read"},
    "deploy": {"pages": "write", "id-token": "write"},
}


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def text(request) -> str:
    return request.param.read_text("utf-8")


@pytest.fixture
def jobs(text) -> dict:
    return yaml.safe_load(text)["jobs"]


def test_actions_are_pinned(text):
    uses = re.findall(r"uses: (.+)", text)
    assert uses
    assert [action for action in uses if not PINNED.fullmatch(action)] == []


def test_permissions_are_the_least(text, jobs):
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    granted = {
        name: job["permissions"] for name, job in jobs.items() if "permissions" in job
    }
    assert granted == PERMISSIONS


def test_checkout_leaves_no_credentials(jobs):
    for name, job in jobs.items():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, name


def test_only_the_checked_site_is_deployed(jobs):
    steps = jobs["build"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands == ["python -m rnn_notes site"]
    assert steps[-1]["uses"].startswith("actions/upload-pages-artifact@")
    assert jobs["build"]["needs"] == "test"
    assert jobs["deploy"]["needs"] == "build"
    # 能改网站的 job 不取、不运行项目的代码。
    [step] = jobs["deploy"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
