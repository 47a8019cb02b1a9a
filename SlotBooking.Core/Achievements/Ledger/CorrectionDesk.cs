using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Ledger;

/// <summary>Lets admins correct points, with a reason. The correction is a line of the ledger like any other; nothing is changed or removed.</summary>
public sealed class CorrectionDesk(Database database, OfficeClock clock)
{
    /// <summary>No correction is larger, either way.</summary>
    public const int Most = 10_000;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Adds points, or takes them with a negative number.</summary>
    /// <param name="id">The correction's id, made by the form: sent twice it is one correction.</param>
    /// <param name="account">Whose points.</param>
    /// <param name="points">How many.</param>
    /// <param name="reason">Why; the person reads it.</param>
    /// <param name="author">Who corrects.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<CorrectionAnswer> CorrectAsync(Guid id, Guid account, int points, string reason, Actor author, CancellationToken cancellationToken) =>
        database.WriteAsync<CorrectionAnswer>(
            async db =>
            {
                var why = reason.Trim();
                if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
                {
                    return new CorrectionAnswer.NotAllowed();
                }

                if (points is 0 or < -Most or > Most)
                {
                    return new CorrectionAnswer.BadPoints();
                }

                if (why.Length is 0 or > PointCorrection.ReasonLimit)
                {
                    return new CorrectionAnswer.BadReason();
                }

                if (!await db.Users.AnyAsync(a => a.Id == account, cancellationToken))
                {
                    return new CorrectionAnswer.Unknown();
                }

                await db.TakeTurnAsync("point-corrections", cancellationToken);
                if (await db.PointCorrections.AnyAsync(c => c.Id == id, cancellationToken))
                {
                    return new CorrectionAnswer.Done(id);
                }

                db.PointCorrections.Add(new PointCorrection { Id = id, AccountId = account, Points = points, Reason = why, Author = author.Name, At = clock.Now });
                db.Events.Add(new OfficeEvent
                {
                    Kind = EventKinds.PointsCorrected,
                    At = clock.Now,
                    AccountId = author.AccountId,
                    Detail = JsonSerializer.Serialize(new CorrectionDetail(id, account, points), Web),
                });
                return new CorrectionAnswer.Done(id);
            },
            cancellationToken);
}

/// <summary>What became of a correction.</summary>
public abstract record CorrectionAnswer
{
    private CorrectionAnswer()
    {
    }

    /// <summary>It is in the log; the ledger follows.</summary>
    public sealed record Done(Guid Id) : CorrectionAnswer;

    /// <summary>Only admins may.</summary>
    public sealed record NotAllowed : CorrectionAnswer;

    /// <summary>There is no such person.</summary>
    public sealed record Unknown : CorrectionAnswer;

    /// <summary>None, or too many points.</summary>
    public sealed record BadPoints : CorrectionAnswer;

    /// <summary>The reason is missing or too long.</summary>
    public sealed record BadReason : CorrectionAnswer;
}
