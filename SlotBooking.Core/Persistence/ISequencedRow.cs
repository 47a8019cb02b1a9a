namespace SlotBooking.Core.Persistence;

/// <summary>A row of an append-only log: the database makes its number, and commit observers are given it after the commit.</summary>
public interface ISequencedRow
{
    /// <summary>Gets the row's number in the order in which rows were inserted.</summary>
    long Sequence { get; }

    /// <summary>Gets the writing transaction's number on PostgreSQL, 0 on SQLite.</summary>
    long Transaction { get; }
}
