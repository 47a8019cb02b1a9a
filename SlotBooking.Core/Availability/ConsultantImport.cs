using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Availability;

/// <summary>Takes the consultants over from the configuration while the database has none; runs once at the start.</summary>
public sealed partial class ConsultantImport(
    Database database, ConsultantOptions consultants, CalendarSettings calendars, ILogger<ConsultantImport> logger)
{
    /// <summary>Answers how many were taken over.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = await database.WriteAsync(
            async db =>
            {
                if (consultants.Entries.Count == 0 || await db.Consultants.AnyAsync(cancellationToken))
                {
                    return 0;
                }

                db.Consultants.AddRange(consultants.Entries.Select((entry, index) =>
                    new Consultant { Name = entry.Name, CalendarId = entry.CalendarId, Position = index }));
                return consultants.Entries.Count;
            },
            cancellationToken);
        if (count > 0)
        {
            LogTakenOver(count);
        }
        else if (calendars.Google is not null && !await AnyAsync(cancellationToken))
        {
            LogNobody(ConsultantList.Setting);
        }

        return count;
    }

    private async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Consultants.AnyAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Took over {Count} consultants from the configuration")]
    private partial void LogTakenOver(int count);

    [LoggerMessage(LogLevel.Warning, "Google is set up but there is no consultant: nobody can be booked. Name some in {Setting} or on the admin page")]
    private partial void LogNobody(string setting);
}
