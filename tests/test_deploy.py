"""What stands in `deploy/` is what Docker, Compose, Kubernetes, SLURM and HAProxy accept."""

import os
import re
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from compose_pydantic.models import ComposeSpecification

from tests.support.haproxy import haproxy

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
KUBERNETES = ("kubernetes.yaml", "train-job.yaml")
OLDEST, NEWEST = "1.30", "1.37"


def documents(file: str) -> dict[str, dict]:
    """Return the objects of a file of Kubernetes by their kind."""
    return {each["kind"]: each for each in yaml.safe_load_all((DEPLOY / file).read_text())}


def commands(file: str) -> str:
    return "\n".join(line for line in (DEPLOY / file).read_text().splitlines() if not line.startswith("#"))


def test_the_dockerfile_passes_hadolint():
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_image_has_all_that_is_copied_into_it_and_nobody_runs_as_root():
    text = (DEPLOY / "Dockerfile").read_text()
    copied = [name for line in re.findall(r"^COPY (?!--)(.*) \S+$", text, re.MULTILINE) for name in line.split()]
    let_in = {line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line[0] == "!"}
    assert set(copied) == let_in
    assert all((ROOT / name).exists() for name in copied)
    stages = re.split(r"^FROM ", text, flags=re.MULTILINE)[1:]
    last = {stage.split(" AS ")[1].split()[0]: stage for stage in stages}
    assert all("USER 10001:10001" in last[name] for name in ("app", "train"))
    assert "/ready" in re.search(r"HEALTHCHECK.*?CMD.*", last["app"], re.DOTALL)[0]


@pytest.mark.parametrize("version", [OLDEST, NEWEST])
@pytest.mark.parametrize("file", KUBERNETES)
def test_kubernetes_accepts_every_object(file, version):
    for each in documents(file).values():
        kubernetes_validate.validate(each, version, strict=True)


def test_the_validation_refuses_a_misspelt_field():
    deployment = documents("kubernetes.yaml")["Deployment"]
    deployment["spec"]["template"]["spec"]["containers"][0]["readynessProbe"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(deployment, NEWEST, strict=True)


def test_the_objects_of_kubernetes_name_each_other():
    found = documents("kubernetes.yaml")
    assert set(found) == {"Deployment", "Service", "Ingress", "PodDisruptionBudget", "HorizontalPodAutoscaler"}
    labels = found["Deployment"]["spec"]["template"]["metadata"]["labels"]
    container = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    assert found["Service"]["spec"]["selector"] == labels
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert found["Service"]["spec"]["ports"][0]["targetPort"] == container["ports"][0]["name"]
    backend = found["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
    assert backend["name"] == found["Service"]["metadata"]["name"]
    assert found["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == found["Deployment"]["metadata"]["name"]
    assert container["readinessProbe"]["httpGet"]["path"] == "/ready"


def test_the_job_of_kubernetes_says_how_many_shares_there_are():
    job = documents("train-job.yaml")["Job"]["spec"]
    container = job["template"]["spec"]["containers"][0]
    said = {each["name"]: each["value"] for each in container["env"]}
    assert int(said["AEMODELS_SHARDS"]) == job["completions"]
    assert container["args"] == ["--all", "--shard"]


def test_compose_accepts_its_file_and_refuses_a_misspelt_field():
    content = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    services = ComposeSpecification.model_validate(content).services
    assert services
    assert set(services) == {"app", "proxy"}
    content["services"]["app"]["read_onyl"] = True
    with pytest.raises(ValueError, match="read_onyl"):
        ComposeSpecification.model_validate(content)


def test_haproxy_accepts_the_configuration_of_compose():
    words = [haproxy(), "-c", "-f", DEPLOY / "haproxy.cfg"]
    done = subprocess.run(words, env=os.environ | {"COOKIE_SECRET": "x"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_job_of_slurm_is_a_script_that_trains_a_share():
    script = DEPLOY / "train.sbatch"
    assert subprocess.run(["bash", "-n", script]).returncode == 0
    assert commands(script.name).splitlines()[-1].endswith("-m aemodels.train --all --shard")
    assert "#SBATCH --array=" in script.read_text()
