using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Answers „Warum habe ich 14 Punkte?“: the lines of the ledger behind a person's day, month or all.</summary>
public sealed class LedgerReader(Database database)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 100;

    private const int Most = 1_000;

    /// <summary>A person's lines of these days, in the order in which they happened; a thousand at most.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(Guid account, DateOnly first, DateOnly through, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var entries = await Of(db, account, first, through).OrderBy(e => e.Day).ThenBy(e => e.EventNumber).ThenBy(e => e.Rule).ThenBy(e => e.Turn).Take(Most).ToListAsync(cancellationToken);
        return await ExplainAsync(db, entries, cancellationToken);
    }

    /// <summary>A page of them, newest first, with the sum over all: no line is out of reach.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="first">The first day.</param>
    /// <param name="through">The last day.</param>
    /// <param name="page">Which page, from 1 on; one that there is not is the nearest that there is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LedgerPage> PageAsync(Guid account, DateOnly first, DateOnly through, int page, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var lines = Of(db, account, first, through);
        var sum = await lines.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Points = g.Sum(e => e.Points) }).SingleOrDefaultAsync(cancellationToken);
        var pages = Math.Max(1, ((sum?.Count ?? 0) + PageSize - 1) / PageSize);
        var here = Math.Clamp(page, 1, pages);
        var entries = await lines.OrderByDescending(e => e.Day).ThenByDescending(e => e.EventNumber).ThenByDescending(e => e.Rule).ThenByDescending(e => e.Turn)
            .Skip((here - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new LedgerPage(await ExplainAsync(db, entries, cancellationToken), sum?.Points ?? 0, sum?.Count ?? 0, here, pages);
    }

    /// <summary>What a person had in each month, newest first, from the sums.</summary>
    public async Task<IReadOnlyList<LedgerMonth>> MonthsAsync(Guid account, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        if (await db.PlayerDays.Where(d => d.AccountId == account).MinAsync(d => (DateOnly?)d.Day, cancellationToken) is not { } first)
        {
            return [];
        }

        var months = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        for (var month = Period.MonthOf(first); month.Day <= today; month = Period.MonthOf(month.Day.AddMonths(1)))
        {
            months.Add(month.ToString(), month.Day);
        }

        var names = months.Keys.ToArray();
        var sums = await db.PeriodSums.Where(s => names.Contains(s.Period) && s.AccountId == account).Select(s => new { s.Period, s.Points }).ToListAsync(cancellationToken);
        return [.. sums.Select(s => new LedgerMonth(months[s.Period], s.Points)).OrderByDescending(m => m.Month)];
    }

    private static IQueryable<LedgerEntry> Of(SlotBookingDb db, Guid account, DateOnly first, DateOnly through) =>
        db.GameEntries.AsNoTracking().Where(e => e.AccountId == account && e.Day >= first && e.Day <= through);

    private static async Task<IReadOnlyList<LedgerLine>> ExplainAsync(SlotBookingDb db, List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var sources = entries.Select(e => e.Source).Distinct().ToArray();
        var bookings = await db.Bookings.AsNoTracking().Where(b => sources.Contains(b.Id))
            .Select(b => new { b.Id, b.LastName, b.FirstName, b.Day, b.Start }).ToDictionaryAsync(b => b.Id, cancellationToken);
        var corrections = await db.PointCorrections.AsNoTracking().Where(c => sources.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return
        [
            .. entries.Select(e =>
            {
                var booking = bookings.GetValueOrDefault(e.Source);
                var correction = corrections.GetValueOrDefault(e.Source);
                return new LedgerLine(
                    e.Rule,
                    e.Points,
                    e.At,
                    e.Day,
                    e.Turn % 2 == 1,
                    booking is null ? null : $"{booking.LastName}, {booking.FirstName}".TrimEnd(' ', ','),
                    booking is null ? null : new Slot(booking.Day, booking.Start),
                    correction?.Reason,
                    correction?.Author);
            }),
        ];
    }
}

/// <summary>One line of the ledger, as it is explained.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Points">How many.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Day">The day for which it counts.</param>
/// <param name="IsTakenBack">It takes an earlier line back.</param>
/// <param name="Customer">Whom the booking is for; null for corrections.</param>
/// <param name="Slot">Where the booking stands.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Author">Who corrected it.</param>
public sealed record LedgerLine(
    PointRule Rule, int Points, DateTimeOffset At, DateOnly Day, bool IsTakenBack, string? Customer, Slot? Slot, string? Reason, string? Author);

/// <summary>A page of the ledger.</summary>
/// <param name="Lines">The lines, newest first.</param>
/// <param name="Points">The sum over all lines, of the other pages as well.</param>
/// <param name="Count">How many lines there are in all.</param>
/// <param name="Page">Which page this is, from 1 on.</param>
/// <param name="Pages">How many there are.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerLine> Lines, int Points, int Count, int Page, int Pages);

/// <summary>What a person had in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Points">The points.</param>
public sealed record LedgerMonth(DateOnly Month, int Points);
