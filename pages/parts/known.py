"""What everything that is printed tells alike of a dataset and its regencies."""

import pandas as pd


class Known:
    """For dataclasses that hold `about` (the row of `about.sql`) and `regencies` (by code)."""

    about: pd.Series
    regencies: pd.DataFrame

    @property
    def simulated(self) -> bool:
        return bool(self.about["simulated"])

    @property
    def dataset(self) -> str:
        return str(self.about["name"])

    @property
    def own_source(self) -> str:
        """The id of our own file that its records come from."""
        return "F-simulasi" if self.simulated else "F-innovations"

    def name(self, code: str) -> str:
        return str(self.regencies.loc[code, "name"])

    def titled(self, code: str) -> str:
        """ "Kabupaten Tanah Bumbu", "Kota Banjarbaru"."""
        return f"{self.regencies.loc[code, 'kind']} {self.name(code)}"
