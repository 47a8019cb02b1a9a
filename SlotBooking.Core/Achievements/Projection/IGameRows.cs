using SlotBooking.Core.Achievements.Notifications;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Takes what the rules write: at once into a transaction, or collected for writing in bulk.</summary>
internal interface IGameRows
{
    /// <summary>A row is new.</summary>
    void Add<T>(T row)
        where T : class;

    /// <summary>Somebody is to be told something.</summary>
    void Tell(GameNews news);
}
