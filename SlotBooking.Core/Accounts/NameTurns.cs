namespace SlotBooking.Core.Accounts;

/// <summary>Lets tries for the same name through one after another, so that right ones that come together do not count as failures of each other.</summary>
internal sealed class NameTurns : IDisposable
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)StringComparer.Ordinal.GetHashCode(name) % (uint)_turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(_turns, turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
