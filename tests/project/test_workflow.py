"""GitHub Actions：zizmor 查不出毛病，检查过的那一份才发布。"""

import subprocess
import sysconfig

import yaml
from contract import ROOT


def test_zizmor_finds_nothing():
    """action 固定到提交、权限最少、不留凭据、不把别人写的字当命令。"""
    zizmor = f"{sysconfig.get_path('scripts')}/zizmor"
    options = ["--offline", "--persona=auditor", "--strict-collection", "--quiet"]
    command = [zizmor, *options, ROOT / ".github"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_checked_site_is_deployed():
    jobs = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text("utf-8"))[
        "jobs"
    ]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert commands == ["python -m rnn_notes site"]
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
    granted = {name: job.get("permissions", {}) for name, job in jobs.items()}
    writing = {
        name: rights for name, rights in granted.items() if "write" in str(rights)
    }
    assert writing == {"deploy": {"pages": "write", "id-token": "write"}}
    # 能改网站的 job 不取、不运行项目的代码。
    [step] = jobs["deploy"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
