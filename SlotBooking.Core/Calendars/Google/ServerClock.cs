namespace SlotBooking.Core.Calendars.Google;

/// <summary>Holds this server's clock against the <c>Date</c> of Google's answers: with a wrong clock no token is given. Thread-safe.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(2);
    private long _aheadTicks;

    /// <summary>Notes what an answer says.</summary>
    public void Note(HttpResponseMessage answer)
    {
        if (answer.Headers.Date is { } theirs)
        {
            Volatile.Write(ref _aheadTicks, (time.GetUtcNow() - theirs).Ticks);
        }
    }

    /// <summary>„Die Uhr dieses Servers geht 7 Minuten vor.“; null while it is right or nobody has said otherwise.</summary>
    public string? Complaint()
    {
        var ahead = TimeSpan.FromTicks(Volatile.Read(ref _aheadTicks));
        var way = ahead > TimeSpan.Zero ? "vor" : "nach";
        return ahead.Duration() <= Tolerated
            ? null
            : FormattableString.Invariant($"Die Uhr dieses Servers geht {ahead.Duration().TotalMinutes:0} Minuten {way}: Stelle sie richtig.");
    }

    /// <summary>A connection that notes every answer.</summary>
    public DelegatingHandler Over(HttpMessageHandler connection) => new Watch(this, connection);

    private sealed class Watch(ServerClock clock, HttpMessageHandler connection) : DelegatingHandler(connection)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            clock.Note(answer);
            return answer;
        }
    }
}
