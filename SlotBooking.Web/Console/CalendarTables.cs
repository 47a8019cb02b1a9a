using System.Globalization;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Features.Admin;
using Spectre.Console;

namespace SlotBooking.Web.Console;

/// <summary>How calendars look on a console.</summary>
internal static class CalendarTables
{
    private const int WideEnough = 220;
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static void Write(CalendarOverview overview, IServiceProvider services)
    {
        var clock = services.GetRequiredService<OfficeClock>();
        Widen();
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("Kalender", "Wo", "Zustand", "Gelesen", "Voll gelesen", "Tagesvergleich", "Nächster Versuch", "Letzter Fehler");
        foreach (var line in overview.Lines)
        {
            table.AddRow(
                new Text(line.Calendar.Name),
                new Text(line.Calendar.IsGoogle ? "Google" : "eingebaut"),
                new Text(CalendarWords.Of(line.Standing)),
                new Text(Time(clock, line.KnownAt)),
                new Text(Time(clock, line.FullAt)),
                new Text(line.ComparedAt is null ? "–" : FormattableString.Invariant($"{Time(clock, line.ComparedAt)}: {line.ComparedFound} Abweichungen")),
                new Text(line.NextTryAt is null ? "mit der nächsten Runde" : Time(clock, line.NextTryAt)),
                new Text(line.LastError ?? "–"));
        }

        AnsiConsole.Write(table);
        WriteOutgoing(overview, clock);
    }

    public static void Write(IReadOnlyList<CalendarChecked> found)
    {
        Widen();
        foreach (var calendar in found.Where(c => c.Error is null))
        {
            System.Console.Out.WriteLine(string.Create(German, $"{calendar.Calendar.Name}: {calendar.Events} Termine gelesen, {calendar.Differences.Count} Unterschiede{OnTheWay(calendar)}."));
            foreach (var difference in calendar.Differences)
            {
                System.Console.Out.WriteLine($"  {SlotOf(difference.Slot)}  {CalendarWords.Of(difference.Kind)}{Ids(difference)}");
            }
        }
    }

    private static void WriteOutgoing(CalendarOverview overview, OfficeClock clock)
    {
        if (overview.IsDryRun)
        {
            System.Console.Out.WriteLine("Probelauf: Bei Google wird gelesen, aber nichts geschrieben (Calendar:DryRun).");
        }

        if (overview.WritesPausedUntil is { } until)
        {
            System.Console.Out.WriteLine($"Geschrieben wird erst wieder ab {Time(clock, until)}. {overview.WritesPausedBecause}");
        }

        System.Console.Out.WriteLine(overview.Waiting == 0
            ? "Kein Termin wartet auf den Zentralkalender."
            : string.Create(German, $"Auf den Zentralkalender warten {overview.Waiting}, seit {Time(clock, overview.WaitingSince)}; nächster Versuch {Time(clock, overview.NextWriteAt)}."));
        if (overview.ParkedCount > 0)
        {
            System.Console.Out.WriteLine(string.Create(German, $"Abgelehnt sind {overview.ParkedCount}:"));
        }

        foreach (var parked in overview.Parked)
        {
            System.Console.Out.WriteLine($"  {SlotOf(parked.Slot)}  {parked.Because} (Buchung {parked.BookingId})");
        }
    }

    private static void Widen()
    {
        if (System.Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WideEnough;
        }
    }

    private static string OnTheWay(CalendarChecked calendar) =>
        (calendar.Waiting == 0 ? "" : string.Create(German, $", {calendar.Waiting} noch nicht geschrieben")) +
        (calendar.Coming == 0 ? "" : string.Create(German, $", {calendar.Coming} noch nicht eingelesen"));

    /// <summary>Ids only: what a workflow logs holds no customer's name.</summary>
    private static string Ids(CalendarDifference difference) => (difference.BookingId, difference.EventId) switch
    {
        ({ } booking, { } item) => $" (Buchung {booking}, Termin {item})",
        ({ } booking, null) => $" (Buchung {booking})",
        (null, { } item) => $" (Termin {item})",
        _ => "",
    };

    private static string SlotOf(Slot? slot) => slot is { } s
        ? $"{s.Day.ToString("ddd d.M.yyyy", German)}, {s.Start.ToString("HH:mm", German)}"
        : "–";

    private static string Time(OfficeClock clock, DateTimeOffset? instant)
    {
        if (instant is not { } known)
        {
            return "–";
        }

        var (day, time) = clock.WallClock(known);
        return $"{day.ToString("ddd d.M.yyyy", German)}, {time.ToString("HH:mm:ss", German)}";
    }
}
