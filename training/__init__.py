"""How the reader's weights are made: data, network, fitting, distilling, export. Needs torch; is not installed."""
