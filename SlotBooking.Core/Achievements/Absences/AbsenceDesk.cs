using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Absences;

/// <summary>Enters and withdraws absences: people their own, admins everybody's.</summary>
public sealed class AbsenceDesk(Database database, OfficeClock clock)
{
    /// <summary>Nobody has more absences that stand.</summary>
    public const int Most = 500;

    /// <summary>The longest absence in days.</summary>
    public const int LongestDays = 366;

    /// <summary>So many days back people enter their own; what lies farther back changes old streaks, and admins enter it.</summary>
    public const int OwnDaysBack = 31;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>A person's absences that were not withdrawn, newest first; none for whoever may not know of them.</summary>
    public async Task<IReadOnlyList<Absence>> ListAsync(Guid account, Actor reader, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return !await MayAsync(db, account, reader, cancellationToken) ? [] : await db.Absences.AsNoTracking().Where(a => a.AccountId == account && a.WithdrawnAt == null)
            .OrderByDescending(a => a.First).ThenBy(a => a.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Enters one. The same days of the same person again are the same absence.</summary>
    public Task<AbsenceAnswer> EnterAsync(Guid account, DateOnly first, DateOnly through, AbsenceReason reason, Actor author, CancellationToken cancellationToken) =>
        database.WriteAsync<AbsenceAnswer>(
            async db =>
            {
                if (!await MayAsync(db, account, author, cancellationToken))
                {
                    return new AbsenceAnswer.NotAllowed();
                }

                if (through < first || through.DayNumber - first.DayNumber >= LongestDays || !Enum.IsDefined(reason)
                    || !FactReader.IsPlausible(first) || !FactReader.IsPlausible(through))
                {
                    return new AbsenceAnswer.BadDays();
                }

                if (first < clock.Today.AddDays(-OwnDaysBack) && !await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
                {
                    return new AbsenceAnswer.TooLongAgo();
                }

                if (!await db.Users.AnyAsync(a => a.Id == account, cancellationToken))
                {
                    return new AbsenceAnswer.Unknown();
                }

                await db.TakeTurnAsync($"absences/{account}", cancellationToken);
                if (await db.Absences.AsNoTracking().FirstOrDefaultAsync(
                    a => a.AccountId == account && a.First == first && a.Through == through && a.WithdrawnAt == null, cancellationToken) is { } known)
                {
                    return new AbsenceAnswer.Done(known.Id);
                }

                if (await db.Absences.CountAsync(a => a.AccountId == account && a.WithdrawnAt == null, cancellationToken) >= Most)
                {
                    return new AbsenceAnswer.TooMany();
                }

                var absence = new Absence
                {
                    Id = Guid.CreateVersion7(clock.Now),
                    AccountId = account,
                    First = first,
                    Through = through,
                    Reason = reason,
                    At = clock.Now,
                    Author = author.Name,
                };
                db.Absences.Add(absence);
                Tell(db, absence, author, isWithdrawn: false);
                return new AbsenceAnswer.Done(absence.Id);
            },
            cancellationToken);

    /// <summary>Withdraws one; what it kept of a streak is lost.</summary>
    public Task<AbsenceAnswer> WithdrawAsync(Guid id, Actor author, CancellationToken cancellationToken) => database.WriteAsync<AbsenceAnswer>(
        async db =>
        {
            if (await db.Absences.AsTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } absence)
            {
                return new AbsenceAnswer.Unknown();
            }

            if (!await MayAsync(db, absence.AccountId, author, cancellationToken))
            {
                return new AbsenceAnswer.NotAllowed();
            }

            if (absence.WithdrawnAt is null)
            {
                (absence.WithdrawnAt, absence.WithdrawnBy) = (clock.Now, author.Name);
                Tell(db, absence, author, isWithdrawn: true);
            }

            return new AbsenceAnswer.Done(id);
        },
        cancellationToken);

    private static async Task<bool> MayAsync(SlotBookingDb db, Guid account, Actor author, CancellationToken cancellationToken) =>
        await AccountRights.HasAnyAsync(db, author, author.AccountId == account ? Roles.All : [Roles.Admin], cancellationToken);

    /// <summary>The days, not the reason: that is nobody's business who reads the log.</summary>
    private void Tell(SlotBookingDb db, Absence absence, Actor author, bool isWithdrawn) => db.Events.Add(new OfficeEvent
    {
        Kind = EventKinds.AbsenceChanged,
        At = clock.Now,
        AccountId = author.AccountId,
        Detail = JsonSerializer.Serialize(new AbsenceDetail(absence.Id, absence.AccountId, absence.First, absence.Through, isWithdrawn), Web),
    });
}

/// <summary>What became of an absence.</summary>
public abstract record AbsenceAnswer
{
    private AbsenceAnswer()
    {
    }

    /// <summary>It stands as wished.</summary>
    public sealed record Done(Guid Id) : AbsenceAnswer;

    /// <summary>Only the person and admins may.</summary>
    public sealed record NotAllowed : AbsenceAnswer;

    /// <summary>There is no such person or absence.</summary>
    public sealed record Unknown : AbsenceAnswer;

    /// <summary>It ends before it begins, is longer than a year, or lies in a year that cannot be meant.</summary>
    public sealed record BadDays : AbsenceAnswer;

    /// <summary>So many stand already that some have to be withdrawn first.</summary>
    public sealed record TooMany : AbsenceAnswer;

    /// <summary>It began so long ago that only an admin may enter it.</summary>
    public sealed record TooLongAgo : AbsenceAnswer;
}
