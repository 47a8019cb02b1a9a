using Microsoft.Extensions.Logging;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Where pages send what agents want done with bookings. Roles, free places and fields are checked inside the transaction that writes.</summary>
public sealed partial class BookingService(CommandQueue queue, PlanCache plan, OfficeClock clock, ILogger<BookingService> logger)
{
    private const int NearestOffered = 3;

    /// <summary>Carries a command out. The same command sent again changes nothing and gets the same answer.</summary>
    /// <exception cref="System.Data.Common.DbException">The database is gone; nothing was changed, or the command may safely be sent again.</exception>
    public async Task<CommandAnswer> SendAsync(BookingCommand command, CancellationToken cancellationToken)
    {
        var answer = await queue.SendAsync(command, cancellationToken);
        switch (answer)
        {
            case CommandAnswer.Done done:
                LogDone(command.Kind, done.Booking.Id, done.Booking.Slot, done.WasRepeated);
                return done;
            case CommandAnswer.Refused refused:
                LogRefused(command.Kind, refused.Slot, refused.Why);
                return refused with { Nearest = await NearestAsync(refused.Slot, cancellationToken) };
            default:
                return answer;
        }
    }

    private async Task<IReadOnlyList<SlotFacts>> NearestAsync(Slot wanted, CancellationToken cancellationToken)
    {
        var picture = await plan.GetAsync(cancellationToken);
        var facts = picture.Days.Values.SelectMany(day => day.Slots).Select(row => row.Facts);
        return Suggestions.Nearest(facts, wanted, clock.Now, picture.LastDay, NearestOffered);
    }

    [LoggerMessage(LogLevel.Information, "Done: {Kind} {BookingId}, now at {Slot}, repeated: {Repeated}")]
    private partial void LogDone(string kind, Guid bookingId, Slot slot, bool repeated);

    [LoggerMessage(LogLevel.Information, "Refused: {Kind} for {Slot}, {Why}")]
    private partial void LogRefused(string kind, Slot slot, Refusal why);
}
