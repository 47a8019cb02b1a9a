using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Answers „Warum habe ich 14 Punkte?“: the lines of the ledger behind a person's day.</summary>
public sealed class LedgerReader(Database database)
{
    private const int Most = 1_000;

    /// <summary>A person's lines of these days, in the order in which they happened; a thousand at most.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(Guid account, DateOnly first, DateOnly through, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var entries = await db.GameEntries.AsNoTracking().Where(e => e.AccountId == account && e.Day >= first && e.Day <= through)
            .OrderBy(e => e.Day).ThenBy(e => e.EventNumber).ThenBy(e => e.Rule).ThenBy(e => e.Turn).Take(Most).ToListAsync(cancellationToken);
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
