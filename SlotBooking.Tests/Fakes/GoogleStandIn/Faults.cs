namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>What goes wrong next. Thread-safe.</summary>
internal sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];

    /// <summary>While set, every connection is cut: Google is down.</summary>
    public bool IsDown { get; set; }

    /// <summary>The next answers go wrong, of requests with this method (all for null).</summary>
    /// <param name="fault">How.</param>
    /// <param name="count">How many.</param>
    /// <param name="method">Of which requests.</param>
    /// <param name="after">So many go well first.</param>
    /// <param name="calendar">Of which calendar.</param>
    public void Next(Fault fault, int count = 1, string? method = null, int after = 0, string? calendar = null)
    {
        lock (_lock)
        {
            _planned.Add(new Planned(fault, method, calendar) { Left = count, Spared = after });
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
            IsDown = false;
        }
    }

    /// <summary>What goes wrong with this request; null when nothing does.</summary>
    public Fault? Take(string method, string calendar)
    {
        lock (_lock)
        {
            if (IsDown)
            {
                return new Fault.Reset();
            }

            if (_planned.Find(p => (p.Method is null || p.Method == method) && (p.Calendar is null || p.Calendar == calendar)) is not { } planned)
            {
                return null;
            }

            if (planned.Spared-- > 0)
            {
                return null;
            }

            if (--planned.Left == 0)
            {
                _planned.Remove(planned);
            }

            return planned.Fault;
        }
    }

    private sealed record Planned(Fault Fault, string? Method, string? Calendar)
    {
        public int Left { get; set; }

        public int Spared { get; set; }
    }
}
