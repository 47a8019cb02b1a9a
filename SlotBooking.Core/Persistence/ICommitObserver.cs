namespace SlotBooking.Core.Persistence;

/// <summary>Is told what a transaction of this process added to a log, once it is committed.</summary>
/// <remarks>Called on the writer's thread: implementations return at once and never throw.</remarks>
public interface ICommitObserver
{
    /// <summary>Handles the rows that were committed, in the order in which they were inserted; never empty.</summary>
    void OnCommitted(IReadOnlyList<ISequencedRow> rows);
}
