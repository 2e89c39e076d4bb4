"""What commands say when they cannot do their work."""

import pytest

from aemodels.experiments import anomaly_detection, few_labels


@pytest.mark.parametrize("command", [few_labels, anomaly_detection], ids=lambda command: command.__name__)
def test_missing_data_ends_the_command_with_a_sentence(command, without_data, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [command.__name__, "--json", str(without_data / "found.json")])
    assert command.main() == 1
    assert "python -m aemodels.datasets" in capsys.readouterr().err
    assert not (without_data / "found.json").exists()
