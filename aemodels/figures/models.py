"""Results laid out as rows of tables; no torch, no streamlit."""


def accuracy_rows(results: dict, data: str) -> list[dict]:
    """Lay accuracies out as rows: a method, and for each number of labels mean ± deviation in percent.

    Args:
        results: As `results.few_labels` returns it.
        data: "mnist" or "fashion".
    """
    return [
        {"Method": results["methods"][name]["title"]}
        | {
            count: f"{100 * entry['mean']:.1f} ± {100 * entry['deviation']:.1f}"
            for count, entry in result["accuracy"].items()
        }
        for name, result in results["results"][data].items()
    ]
