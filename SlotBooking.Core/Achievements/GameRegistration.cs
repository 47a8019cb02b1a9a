using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Jobs;

namespace SlotBooking.Core.Achievements;

/// <summary>Registers the game.</summary>
public static class GameRegistration
{
    /// <summary>Adds the game's reader of the log, its pages' readers and its job.</summary>
    public static IServiceCollection AddGame(this IServiceCollection services)
    {
        services.AddSingleton<GameRebuild>();
        services.AddSingleton<GameReader>();
        services.AddSingleton<PeriodClosing>();
        services.AddSingleton<CorrectionDesk>();
        services.AddSingleton<AbsenceDesk>();
        services.AddSingleton<NewsDesk>();
        services.AddSingleton<GameChoices>();
        services.AddSingleton<BoardCache>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<CardReader>();
        services.AddSingleton<GameOverview>();
        services.AddSingleton<MyGameReader>();
        services.AddSingleton<BadgeWall>();
        services.AddSingleton<LedgerReader>();
        services.AddJob<AchievementsJob>();
        return services;
    }

    /// <summary>Adds the loop that a serving program runs; console verbs do without.</summary>
    public static IServiceCollection AddGameLoop(this IServiceCollection services) => services.AddHostedService<GameLoop>();
}
