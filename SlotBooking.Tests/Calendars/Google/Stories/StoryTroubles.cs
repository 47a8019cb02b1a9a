using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Calendars.Google.Stories;

/// <summary>What goes wrong at Google in a <see cref="SyncStory"/>.</summary>
internal sealed class StoryTroubles(Random random, StandInServer google)
{
    private static readonly string?[] Methods = [null, "GET", "POST", "PATCH", "DELETE"];
    private EventStore? _vanished;

    /// <summary>Begins a trouble, or ends one that lasts.</summary>
    public string Begin()
    {
        switch (random.Next(12))
        {
            case 0:
                google.Faults.IsDown = !google.Faults.IsDown;
                return google.Faults.IsDown ? "Google is down" : "Google is up again";
            case 1:
                return VanishOrReturn();
            case 2:
                (_vanished ?? google.Central).ForgetTokens();
                return "all cursors are too old";
            case 3:
                google.Pages.GoneOnNextPage = true;
                return "410 in the middle of the pages";
            case 4:
                google.Pages.WithEmptyPage = !google.Pages.WithEmptyPage;
                return "empty pages begin or end";
            default:
                return Fail();
        }
    }

    /// <summary>All is well from now on.</summary>
    public void End()
    {
        if (_vanished is not null)
        {
            VanishOrReturn();
        }

        google.Faults.Clear();
        google.Pages.GoneOnNextPage = false;
    }

    private string Fail()
    {
        Fault fault = random.Next(11) switch
        {
            0 or 1 or 2 => new Fault.LoseAnswer(),
            3 => new Fault.Reset(),
            4 => new Fault.Garble(),
            5 => new Fault.Refuse(403, "rateLimitExceeded"),
            6 => new Fault.Refuse(429, "rateLimitExceeded", RetryAfterSeconds: random.Next(30)),
            7 => new Fault.Refuse(500),
            8 => new Fault.Refuse(503),
            9 => new Fault.Refuse(401, "authError"),
            _ => new Fault.Refuse(403, "forbidden"),
        };
        var (method, count) = (Methods[random.Next(Methods.Length)], random.Next(1, 5));
        google.Faults.Next(fault, count, method);
        return $"{fault} for {count} times {method}";
    }

    private string VanishOrReturn()
    {
        if (_vanished is null)
        {
            google.Calendars.TryRemove(StandInServer.CentralId, out _vanished);
            return "the central calendar vanishes";
        }

        google.Calendars[StandInServer.CentralId] = _vanished;
        _vanished = null;
        return "the central calendar is back";
    }
}
