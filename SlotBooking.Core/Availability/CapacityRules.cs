using System.Globalization;
using System.Text.Json.Serialization;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>How many customers one ready consultant takes in a slot. Immutable; equal when all numbers are equal.</summary>
public sealed record CapacityRules
{
    /// <summary>The most places one consultant may be given.</summary>
    public const int MostPlaces = 50;

    /// <summary>Places where no override says otherwise.</summary>
    public int PlacesPerConsultant { get; init; } = 4;

    /// <summary>Other numbers for single times of the week, in the order of the week.</summary>
    public IReadOnlyList<PlacesOverride> Overrides
    {
        get;
        init => field = [.. (value ?? []).OrderBy(o => ((int)o.Day + 6) % 7).ThenBy(o => o.Start)];
    } = [];

    /// <summary>Places per consultant in this slot.</summary>
    public int PlacesFor(Slot slot) =>
        Overrides.FirstOrDefault(o => o.Day == slot.Day.DayOfWeek && o.Start == slot.Start)?.Places ?? PlacesPerConsultant;

    /// <summary>All places of this slot when so many consultants are ready.</summary>
    public int CapacityOf(Slot slot, int readyConsultants) => Math.Max(0, readyConsultants) * PlacesFor(slot);

    /// <summary>The same rules with another number, or the general one if null, for one time of the week.</summary>
    public CapacityRules With(DayOfWeek day, TimeOnly start, int? places)
    {
        var others = Overrides.Where(o => o.Day != day || o.Start != start);
        return this with { Overrides = places is { } number ? [.. others, new(day, start, number)] : [.. others] };
    }

    /// <summary>What is wrong with them, as German sentences for the one who entered them; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (PlacesPerConsultant is < 0 or > MostPlaces)
        {
            problems.Add($"Ein Berater kann 0 bis {MostPlaces} Plätze haben, nicht {Number(PlacesPerConsultant)}.");
        }

        problems.AddRange(Overrides
            .Where(o => o.Places is < 0 or > MostPlaces)
            .Select(o => $"{o.TimeOfWeek}: Ein Berater kann 0 bis {MostPlaces} Plätze haben, nicht {Number(o.Places)}."));
        problems.AddRange(Overrides
            .GroupBy(o => o.TimeOfWeek)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: Für diese Zeit ist mehr als eine Zahl eingetragen."));
        return problems;
    }

    /// <summary>Compares the numbers, not the list that holds them.</summary>
    public bool Equals(CapacityRules? other) =>
        other is not null && PlacesPerConsultant == other.PlacesPerConsultant && Overrides.SequenceEqual(other.Overrides);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Overrides.Aggregate(PlacesPerConsultant, (hash, o) => HashCode.Combine(hash, o));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The number of places per consultant at one time of every week.</summary>
public sealed record PlacesOverride(
    [property: JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] DayOfWeek Day,
    [property: JsonConverter(typeof(WallTimeJson))] TimeOnly Start,
    int Places)
{
    internal string TimeOfWeek => $"{Day.GermanName()} {WallTimeJson.Write(Start)}";
}
