using System.Diagnostics;

namespace SlotBooking.Tests.Calendars.Google.Steps;

/// <summary>Kills its own process, as <c>kill -9</c> does, before or after a request or a commit: at the step with the number given.</summary>
internal sealed class DeathAtStep(int number) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>Asked for before a request's start and stop are told.</summary>
    private const string Request = "System.Net.Http.HttpRequestOut";

    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal)
    {
        Request + ".Start",
        Request + ".Stop",
        "Microsoft.EntityFrameworkCore.Database.Transaction.TransactionCommitting",
        "Microsoft.EntityFrameworkCore.Database.Transaction.TransactionCommitted",
    };

    private int _step;

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name is "HttpHandlerDiagnosticListener" or "Microsoft.EntityFrameworkCore")
        {
            listener.Subscribe(this, name => name == Request || Steps.Contains(name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (Steps.Contains(told.Key) && Interlocked.Increment(ref _step) == number)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            self.WaitForExit();
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
