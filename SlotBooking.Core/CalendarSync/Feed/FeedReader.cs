using System.Text;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>Hands a feed out to whoever knows its secret, as long as its owner may book.</summary>
/// <remarks>The same for a secret that never was, one that was revoked and one whose owner left: nothing.</remarks>
public sealed class FeedReader(Database database, SettingsStore settings, OfficeClock clock)
{
    /// <summary>So many days back.</summary>
    public const int DaysBack = 60;

    /// <summary>So many days ahead.</summary>
    public const int DaysAhead = 90;

    /// <summary>So long after it was called off an appointment is still shown, as called off, so that every program hears of it.</summary>
    public static readonly TimeSpan CancelledShown = TimeSpan.FromDays(14);

    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);

    /// <summary>More than one agent books in that time; the newest are told.</summary>
    private const int Most = 3_000;

    /// <summary>The calendar, or null when the secret opens none.</summary>
    public async Task<byte[]?> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        if (FeedToken.Hash(token) is not { } hash)
        {
            return null;
        }

        await using var db = await database.ReadAsync(cancellationToken);
        if (await db.FeedLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, cancellationToken) is not { } link)
        {
            return null;
        }

        var rights = (await AccountRights.ReadAsync(db, [link.AccountId], cancellationToken)).GetValueOrDefault(link.AccountId);
        if (rights is null || !FeedDesk.Allowed.Any(rights.Roles.Contains))
        {
            return null;
        }

        var office = await settings.ReadAsync(db, cancellationToken);
        var text = FeedText.Write($"SlotBooking {rights.DisplayName}", await ItemsAsync(db, link.AccountId, cancellationToken), office.Outcomes.Words);
        await NoteAsync(link, cancellationToken);
        return Encoding.UTF8.GetBytes(text);
    }

    private async Task<IReadOnlyList<FeedItem>> ItemsAsync(SlotBookingDb db, Guid accountId, CancellationToken cancellationToken)
    {
        var (first, last, since) = (clock.Today.AddDays(-DaysBack), clock.Today.AddDays(DaysAhead), clock.Now - CancelledShown);
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.AgentId == accountId && b.Day >= first && b.Day <= last)
            .OrderByDescending(b => b.Day).ThenByDescending(b => b.Start).ThenBy(b => b.Id)
            .Select(b => new { b.Id, b.LastName, b.FirstName, b.Phone, b.StartsAt, b.EndsAt, b.Status, b.IsConfirmed, b.BookedAt, b.ChangedAt, b.DecidedAt })
            .Take(Most).ToListAsync(cancellationToken);
        var shown = bookings.Where(b => b.Status.HoldsPlace() || (b.DecidedAt ?? b.ChangedAt) > since).ToList();
        var ids = shown.Select(b => b.Id).ToArray();
        var told = await db.Events.AsNoTracking().Where(e => ids.Contains(e.BookingId!.Value))
            .GroupBy(e => e.BookingId!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return
        [
            .. shown.OrderBy(b => b.StartsAt).ThenBy(b => b.Id).Select(b => new FeedItem
            {
                BookingId = b.Id,
                Name = b.FirstName.Length > 0 ? $"{b.LastName}, {b.FirstName}" : b.LastName,
                Phone = b.Phone,
                StartsAt = b.StartsAt,
                EndsAt = b.EndsAt,
                Status = b.Status,
                IsConfirmed = b.IsConfirmed,
                BookedAt = b.BookedAt,
                ChangedAt = b.ChangedAt,
                Sequence = Math.Max(0, told.GetValueOrDefault(b.Id) - 1),
            }),
        ];
    }

    /// <summary>Programs fetch every few minutes: not each time is worth a write.</summary>
    private async Task NoteAsync(FeedLink link, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (link.FetchedAt is null || now - link.FetchedAt >= NotedEvery)
        {
            await database.WriteAsync(
                db => db.FeedLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.FetchedAt, now), cancellationToken), cancellationToken);
        }
    }
}
