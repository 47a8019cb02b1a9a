using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using SlotBooking.Core.Accounts;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Hosting.Circuits;

/// <summary>Holds a circuit against its session: when that ends, nothing more gets in, and the page is told to leave.</summary>
/// <remarks>Scoped: one circuit, one browser tab.</remarks>
internal sealed class CircuitSession(SessionBook book, AuthenticationStateProvider authentication) : CircuitHandler, IDisposable
{
    private Guid _session;
    private IDisposable? _watch;
    private volatile bool _hasEnded;

    /// <summary>Raised once, on a thread of its own; the listener moves to its renderer.</summary>
    public event EventHandler? Ended;

    /// <inheritdoc />
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (user.SessionId() is { } session && !user.MustChangePassword())
        {
            _session = session;
            _watch = book.WatchOver(session, End);
        }
        else
        {
            _hasEnded = true;
        }
    }

    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        if (_hasEnded)
        {
            return Task.CompletedTask;
        }

        book.Seen(_session);
        return next(context);
    };

    /// <summary>The person becomes a visitor on this page; for when it has had its chance to leave by itself.</summary>
    public void Forget() => (authentication as CircuitAuthentication)?.Forget();

    /// <inheritdoc />
    public void Dispose() => _watch?.Dispose();

    private void End()
    {
        _hasEnded = true;
        Ended?.Invoke(this, EventArgs.Empty);
    }
}
