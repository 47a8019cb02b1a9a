using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Metrics;

/// <summary>Figures in the shape in which the predecessor published them, with what it did not have under names of its own. Pure.</summary>
public static class MetricsJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file for people and programs, never part of a page
    };

    /// <summary>One day of <c>daily_metrics.json</c>.</summary>
    public static JsonObject Day(DateOnly day, PeriodFigures figures, string calculatedAt)
    {
        var json = new JsonObject { ["date"] = Text(day), ["total_slots"] = figures.Total.Total };
        AddCounts(json, figures.Total);
        json["by_hour"] = ByHour(figures);
        json["by_user"] = ByUser(figures);
        json["by_potential"] = Groups(figures.Potentials, p => p.Code());
        AddRates(json, figures.Total);
        json["calculated_at"] = calculatedAt;
        return json;
    }

    /// <summary>The report of one ISO week. The key of a day is its date.</summary>
    public static JsonObject Week(IsoWeek week, PeriodFigures figures, string calculatedAt)
    {
        var metrics = new JsonObject
        {
            ["total_bookings"] = figures.Total.Total,
            ["total_outcomes"] = figures.Total.Total - figures.Total.Undecided,
        };
        AddCounts(metrics, figures.Total);
        metrics["by_day"] = Groups(figures.Days, Text);
        metrics["by_user"] = ByUser(figures);
        metrics["by_hour"] = ByHour(figures);
        metrics["by_potential"] = Groups(figures.Potentials, p => p.Code());
        AddRates(metrics, figures.Total);
        metrics["calculated_at"] = calculatedAt;
        return new JsonObject { ["week"] = week.Week, ["year"] = week.Year, ["metrics"] = metrics };
    }

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Readable);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject ByHour(PeriodFigures figures) => Groups(
        [.. figures.Slots.GroupBy(s => s.Key.Start).OrderBy(g => g.Key).Select(g => new Counted<TimeOnly>(g.Key, OutcomeCounts.Sum(g.Select(s => s.Counts))))],
        start => start.ToString("HH:mm", CultureInfo.InvariantCulture));

    private static JsonObject ByUser(PeriodFigures figures) => Groups(
        [.. figures.Agents.GroupBy(a => a.Key.UserName).Select(g => new Counted<string>(g.Key, OutcomeCounts.Sum(g.Select(a => a.Counts))))],
        name => name);

    private static JsonObject Groups<T>(IEnumerable<Counted<T>> groups, Func<T, string> key)
    {
        var json = new JsonObject();
        foreach (var group in groups)
        {
            var one = new JsonObject { ["total"] = group.Counts.Total };
            AddCounts(one, group.Counts);
            json[key(group.Key)] = one;
        }

        return json;
    }

    private static void AddCounts(JsonObject json, OutcomeCounts counts)
    {
        json["no_shows"] = counts.NoShows;
        json["completed"] = counts.Completed;
        json["cancelled"] = counts.Cancelled;
        json["ghosts"] = counts.Ghosts;
        json["rescheduled"] = counts.Rescheduled;
        json["overhang"] = counts.Overhang;
        json["exit"] = counts.Exit;
        json["undecided"] = counts.Undecided;
        json["confirmed"] = counts.Confirmed;
    }

    /// <summary>In percent with one decimal; 0 where there is nothing to divide by, as the predecessor had it.</summary>
    private static void AddRates(JsonObject json, OutcomeCounts counts)
    {
        foreach (var formula in Formulas.All)
        {
            json[formula.Id] = Math.Round((formula.Of(counts) ?? 0) * 100, 1);
        }
    }
}
