using System.Diagnostics;
using System.Text.Json;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Tests.Bookings.Stress;

/// <summary>What one worker process did: a line before each command is sent and a line after its answer. Survives <c>kill -9</c>.</summary>
internal sealed class History(string file) : IDisposable
{
    private readonly FileStream _stream = new(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1);
    private readonly Lock _lock = new();

    /// <summary>The machine's monotonic clock, the same in all its processes.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    public void Write(Step step)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(step);
        lock (_lock)
        {
            _stream.Write([.. line, (byte)'\n']);
        }
    }

    public static IReadOnlyList<Step> Read(string file) =>
    [
        .. File.ReadLines(file).Where(line => line.EndsWith('}')).Select(line => JsonSerializer.Deserialize<Step>(line)!),
    ];

    public void Dispose() => _stream.Dispose();
}

/// <summary>One line of the history.</summary>
/// <param name="CommandId">The same in the line before and the line after.</param>
/// <param name="Kind">book, move, cancel.</param>
/// <param name="At">When, on the monotonic clock.</param>
/// <param name="Slot">The slot wanted, or left by a cancel.</param>
/// <param name="Outcome">Null before the answer; then done, full, or another refusal's name.</param>
/// <param name="BookingId">Known for moves and cancels, and after a booking is done.</param>
internal sealed record Step(Guid CommandId, string Kind, long At, string Slot, string? Outcome = null, Guid? BookingId = null)
{
    public static string OutcomeOf(CommandAnswer answer) => answer switch
    {
        CommandAnswer.Done => "done",
        CommandAnswer.Refused { Why: Refusal.Full } => "full",
        CommandAnswer.Refused refused => refused.Why.ToString(),
        CommandAnswer.Denied denied => denied.Why.ToString(),
        _ => answer.GetType().Name,
    };
}
