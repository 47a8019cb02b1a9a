using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>Reads a person's appointments of a period, or everybody's for those who may see them.</summary>
/// <remarks>Never more than <see cref="Limit"/> rows, found by index from today backwards and onwards, whatever the table holds. Thread-safe.</remarks>
public sealed class MyBookingsReader(Database database, OfficeClock clock)
{
    /// <summary>The most appointments of one answer: a whole team's five months.</summary>
    public const int Limit = 6_000;

    private static readonly Expression<Func<Booking, BookingView>> Shown = b => new BookingView(
        b.Id, new Slot(b.Day, b.Start), b.StartsAt, b.EndsAt, b.LastName, b.FirstName, b.Phone, b.Potential, b.Status, b.IsConfirmed,
        b.AgentId, b.AgentName, b.BookedAt, b.BookedOn)
    {
        CallBackNote = b.CallBackNote,
        CallBackOn = b.CallBackOn,
        CalendarReading = b.CalendarReading,
        IsByHand = b.CalendarEventId != null,
        Places = b.Status.HoldsPlace() ? b.Places : 0,
        DecidedAt = b.DecidedAt,
        DecidedFrom = b.DecidedFrom,
        CancelReason = b.CancelReason,
        CancelledInCalendar = b.CancelledInCalendar,
    };

    /// <summary>The appointments asked for; who may see only the own ones gets those, whatever was asked.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="asked">Whose and when.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="limit">Fewer than <see cref="Limit"/>, for tests.</param>
    public async Task<MineSheet> ReadAsync(MineViewer viewer, MineQuestion asked, CancellationToken cancellationToken, int limit = Limit)
    {
        var question = Allowed(viewer, asked);
        var today = clock.Today;
        await using var db = await database.ReadAsync(cancellationToken);
        var all = Of(db, question);
        var ahead = await all.Where(b => b.Day >= today).OrderBy(b => b.Day).ThenBy(b => b.Start)
            .Take((limit / 2) + 1).Select(Shown).ToListAsync(cancellationToken);
        var isCut = ahead.Count > limit / 2;
        var room = limit - Math.Min(ahead.Count, limit / 2);
        var before = await all.Where(b => b.Day < today).OrderByDescending(b => b.Day).ThenByDescending(b => b.Start)
            .Take(room + 1).Select(Shown).ToListAsync(cancellationToken);
        return new MineSheet(
            question, [.. before.Take(room).Concat(ahead.Take(limit / 2)).Order(MineSheet.ByTime)], isCut || before.Count > room);
    }

    /// <summary>Reads some appointments anew, for a sheet whose appointments changed.</summary>
    public async Task<MineSheet> ReadAgainAsync(MineSheet sheet, IReadOnlySet<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        await using var db = await database.ReadAsync(cancellationToken);
        return sheet.With(ids, await Of(db, sheet.Question).Where(b => wanted.Contains(b.Id)).Select(Shown).ToListAsync(cancellationToken));
    }

    /// <summary>One appointment with all that was typed; null when there is none that the viewer may see.</summary>
    public async Task<AppointmentDetail?> FindAsync(MineViewer viewer, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is { } booking && viewer.Sees(booking.AgentId)
            ? new AppointmentDetail(BookingView.Of(booking), booking.Note, booking.Email, booking.Campaign, booking.CustomerId)
            : null;
    }

    /// <summary>Whom one can choose: all agents by name, those who left among them. For viewers who see everybody.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AgentsAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var agents = await (
            from held in db.UserRoles
            join role in db.Roles on held.RoleId equals role.Id
            join account in db.Users on held.UserId equals account.Id
            where role.Name == Roles.Agent
            orderby account.DisplayName
            select new { account.Id, account.DisplayName }).ToListAsync(cancellationToken);
        return [.. agents.Select(agent => (agent.Id, agent.DisplayName))];
    }

    private static MineQuestion Allowed(MineViewer viewer, MineQuestion asked) =>
        viewer.SeesEverybody ? asked : asked with { AgentId = viewer.AccountId };

    private static IQueryable<Booking> Of(SlotBookingDb db, MineQuestion question)
    {
        var (first, last) = (question.First, question.Last);
        var all = db.Bookings.AsNoTracking().Where(b => b.Day >= first && b.Day <= last);
        return question.AgentId is { } agent ? all.Where(b => b.AgentId == agent) : all;
    }
}
