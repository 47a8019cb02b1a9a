using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Metrics;

public sealed class MetricsReaderTests
{
    private static readonly DateOnly Monday = new(2026, 6, 1);
    private static readonly int[] NightAndDay = [0, 2, 11, 23];
    private static readonly int[] Hours = [9, 11, 14, 16, 18, 20];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Figures_equal_an_independent_count_after_any_changes_and_after_counting_anew(DatabaseKind kind)
    {
        await using var bed = await MetricsBed.OpenAsync(kind);
        var random = new Random(11);
        var bookings = Enumerable.Range(0, 300).Select(_ => Any(bed, random)).ToList();
        await bed.AddAsync(bookings.Take(200));
        await CompareAsync(bed);

        for (var round = 0; round < 4; round++)
        {
            foreach (var booking in bookings.Take(200).OrderBy(_ => random.Next()).Take(15))
            {
                var other = Any(bed, random);
                await bed.ChangeAsync(booking.Id, b => (b.Day, b.Start, b.StartsAt, b.Status, b.IsConfirmed) = (other.Day, other.Start, other.StartsAt, other.Status, other.IsConfirmed));
            }

            await CompareAsync(bed);
        }

        await bed.AddAsync(bookings.Skip(200));
        await CompareAsync(bed);
        var before = await SheetsAsync(bed);
        Assert.Equal(before.Count, await bed.Office.Get<DaySheets>().RebuildAsync(default));
        Assert.Equal(before, await SheetsAsync(bed));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_filter_lets_through_what_it_says(DatabaseKind kind)
    {
        await using var bed = await MetricsBed.OpenAsync(kind);
        var random = new Random(12);
        await bed.AddAsync(Enumerable.Range(0, 250).Select(_ => Any(bed, random)));
        var all = await bed.Office.ReadAsync(db => db.Bookings.AsNoTracking().ToListAsync());
        var consultant = bed.Office.Consultants[0].Id;
        var ready = all.Select(b => b.Slot).Distinct().Where((_, n) => n % 3 == 0).ToHashSet();
        await bed.Office.ChangeAsync(db =>
        {
            db.ReadySlots.RemoveRange(db.ReadySlots.Where(r => r.ConsultantId == consultant));
            db.ReadySlots.AddRange(ready.Select(s => new ReadySlot { Day = s.Day, Start = s.Start, ConsultantId = consultant }));
        });
        var ben = bed.Office.Ben.AccountId!.Value;
        var period = new MetricsFilter(Monday.AddDays(-14), Monday.AddDays(6));
        (MetricsFilter Filter, Func<Booking, bool> Fits)[] cases =
        [
            (period, _ => true),
            (period with { First = Monday, Last = Monday }, b => b.Day == Monday),
            (period with { AgentId = ben }, b => b.AgentId == ben),
            (period with { ConsultantId = consultant }, b => ready.Contains(b.Slot)),
            (period with { Hour = 18 }, b => b.Start.Hour == 18),
            (period with { Weekday = DayOfWeek.Friday }, b => b.Day.DayOfWeek == DayOfWeek.Friday),
            (period with { Potential = Potential.Top }, b => b.Potential == Potential.Top),
            (period with { Campaign = "Messe" }, b => b.Campaign == "Messe"),
            (period with { AgentId = ben, Hour = 14, Campaign = "Messe" }, b => b.AgentId == ben && b.Start.Hour == 14 && b.Campaign == "Messe"),
        ];

        foreach (var (filter, fits) in cases)
        {
            var wanted = all.Where(b => b.Day >= filter.First && b.Day <= filter.Last && fits(b)).ToList();
            Assert.NotEmpty(wanted);
            Assert.Equal(Count(wanted), (await bed.Reader.ReadAsync(filter, default)).Total);
        }
    }

    [Fact]
    public async Task An_appointment_counts_from_a_quarter_of_an_hour_after_its_end_in_summer_and_in_winter()
    {
        await using var bed = await MetricsBed.OpenAsync(DatabaseKind.Sqlite);
        foreach (var day in (DateOnly[])[new(2026, 6, 9), new(2026, 12, 8)])
        {
            await bed.AddAsync(bed.Booking(day, 20, BookingStatus.Open));
            foreach (var (time, undecided) in ((TimeOnly, int)[])[(new(21, 59), 0), (new(22, 14), 0), (new(22, 15), 1)])
            {
                bed.GoTo(bed.Office.Clock.At(day, time));
                var figures = await bed.ReadAsync(day, day);
                Assert.Equal((undecided, 1 - undecided), (figures.Total.Undecided, figures.Ahead));
            }
        }
    }

    [Fact]
    public async Task A_week_at_new_year_belongs_to_the_year_of_its_Thursday()
    {
        await using var bed = await MetricsBed.OpenAsync(DatabaseKind.Sqlite);
        bed.GoTo(new DateTimeOffset(2027, 1, 20, 9, 0, 0, TimeSpan.Zero));
        await bed.AddAsync(
            bed.Booking(new DateOnly(2026, 12, 28), 11, BookingStatus.Completed),
            bed.Booking(new DateOnly(2027, 1, 3), 11, BookingStatus.Ghost),
            bed.Booking(new DateOnly(2027, 1, 4), 11, BookingStatus.NoShow));

        var last = await bed.Reader.ReadAsync(MetricsFilter.Of(new IsoWeek(2026, 53)), default);
        var first = await bed.Reader.ReadAsync(MetricsFilter.Of(new IsoWeek(2027, 1)), default);

        Assert.Equal((2, 1, 1), (last.Total.Total, last.Total.Completed, last.Total.Ghosts));
        Assert.Equal((1, 1), (first.Total.Total, first.Total.NoShows));
    }

    [Fact]
    public async Task Days_on_which_clocks_change_have_their_appointments_once()
    {
        await using var bed = await MetricsBed.OpenAsync(DatabaseKind.Sqlite);
        bed.GoTo(new DateTimeOffset(2027, 11, 20, 9, 0, 0, TimeSpan.Zero));
        DateOnly[] days = [new(2027, 3, 27), new(2027, 3, 28), new(2027, 3, 29), new(2027, 10, 30), new(2027, 10, 31), new(2027, 11, 1)];
        await bed.AddAsync(days.SelectMany(_ => NightAndDay, (day, hour) => bed.Booking(day, hour, BookingStatus.Completed)));

        Assert.All((await bed.ReadAsync(days[0], days[^1])).Days, d => Assert.Equal(4, d.Counts.Completed));
    }

    [Fact]
    public async Task Only_admins_are_told_figures()
    {
        await using var bed = await MetricsBed.OpenAsync(DatabaseKind.Sqlite);
        var desk = bed.Office.Get<MetricsDesk>();

        Assert.Null(await desk.ReadAsync(bed.Office.Anna, new MetricsFilter(Monday, Monday), compared: null, default));
        Assert.NotNull(await desk.ReadAsync(bed.Office.Admin, new MetricsFilter(Monday, Monday), compared: null, default));
    }

    private static async Task CompareAsync(MetricsBed bed)
    {
        var all = await bed.Office.ReadAsync(db => db.Bookings.AsNoTracking().ToListAsync());
        var figures = await bed.ReadAsync(Monday.AddDays(-30), Monday.AddDays(30));
        Assert.Equal(Count(all), figures.Total);
        Assert.Equal(Count(all.Where(b => b.IsConfirmed)), figures.Confirmed);
        Assert.Equal(Count(all.Where(b => !b.IsConfirmed)), figures.Unconfirmed);
        Assert.Equal(all.GroupBy(b => b.Day).ToDictionary(g => g.Key, Count), figures.Days.ToDictionary(d => d.Key, d => d.Counts));
        Assert.Equal(all.GroupBy(b => (b.Day.DayOfWeek, b.Start)).ToDictionary(g => g.Key, Count), figures.Slots.ToDictionary(s => s.Key, s => s.Counts));
        Assert.Equal(all.GroupBy(b => b.AgentId).ToDictionary(g => g.Key, Count), figures.Agents.ToDictionary(a => a.Key.Id, a => a.Counts));
        Assert.Equal(all.GroupBy(b => b.Potential).ToDictionary(g => g.Key, Count), figures.Potentials.ToDictionary(p => p.Key, p => p.Counts));
        Assert.Equal(all.GroupBy(b => b.Campaign ?? "").ToDictionary(g => g.Key, Count), figures.Campaigns.ToDictionary(c => c.Key ?? "", c => c.Counts));
    }

    private static async Task<IReadOnlyList<(DateOnly, string)>> SheetsAsync(MetricsBed bed) => await bed.Office.ReadAsync(async db =>
        (await db.DaySheets.AsNoTracking().OrderBy(s => s.Day).ToListAsync()).ConvertAll(s => (s.Day, Convert.ToHexString(s.Cells))));

    private static OutcomeCounts Count(IEnumerable<Booking> bookings)
    {
        var all = bookings.ToList();
        int Of(BookingStatus status) => all.Count(b => b.Status == status);
        return new OutcomeCounts(
            Of(BookingStatus.Completed), Of(BookingStatus.NoShow), Of(BookingStatus.Ghost), Of(BookingStatus.Cancelled), Of(BookingStatus.Rescheduled),
            Of(BookingStatus.Overhang), Of(BookingStatus.Exit), Of(BookingStatus.Open), all.Count(b => b.IsConfirmed));
    }

    /// <summary>Somewhere in the three weeks before the office's present.</summary>
    private static Booking Any(MetricsBed bed, Random random) => bed.Booking(
        Monday.AddDays(random.Next(-14, 7)),
        Hours[random.Next(Hours.Length)],
        Enum.GetValues<BookingStatus>()[random.Next(8)],
        random.Next(2) == 0,
        random.Next(3) switch { 0 => bed.Office.Anna.AccountId, 1 => bed.Office.Ben.AccountId, _ => Guid.Empty },
        Enum.GetValues<Potential>()[random.Next(4)],
        random.Next(3) switch { 0 => "Messe", 1 => "Webinar", _ => null });
}
