namespace SlotBooking.Core.Time;

/// <summary>The states' German names, and how people write them in settings.</summary>
public static class FederalStates
{
    private static readonly Dictionary<FederalState, string> Names = new()
    {
        [FederalState.BW] = "Baden-Württemberg",
        [FederalState.BY] = "Bayern",
        [FederalState.BE] = "Berlin",
        [FederalState.BB] = "Brandenburg",
        [FederalState.HB] = "Bremen",
        [FederalState.HH] = "Hamburg",
        [FederalState.HE] = "Hessen",
        [FederalState.MV] = "Mecklenburg-Vorpommern",
        [FederalState.NI] = "Niedersachsen",
        [FederalState.NW] = "Nordrhein-Westfalen",
        [FederalState.RP] = "Rheinland-Pfalz",
        [FederalState.SL] = "Saarland",
        [FederalState.SN] = "Sachsen",
        [FederalState.ST] = "Sachsen-Anhalt",
        [FederalState.SH] = "Schleswig-Holstein",
        [FederalState.TH] = "Thüringen",
    };

    /// <summary>All sixteen, in the order of their German names.</summary>
    public static IReadOnlyList<FederalState> All { get; } = [.. Names.Keys];

    /// <summary>The name on a German map.</summary>
    public static string GermanName(this FederalState state) => Names[state];

    /// <summary>Understands the code ("NW", "nw", "DE-NW"), the German name, and the common "NRW".</summary>
    public static bool TryParse(string? text, out FederalState state)
    {
        var wanted = text?.Trim() ?? "";
        if (wanted.StartsWith("DE-", StringComparison.OrdinalIgnoreCase))
        {
            wanted = wanted[3..];
        }

        if (wanted.Equals("NRW", StringComparison.OrdinalIgnoreCase))
        {
            state = FederalState.NW;
            return true;
        }

        foreach (var (candidate, name) in Names)
        {
            if (wanted.Equals(candidate.ToString(), StringComparison.OrdinalIgnoreCase)
                || wanted.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                state = candidate;
                return true;
            }
        }

        state = default;
        return false;
    }
}
